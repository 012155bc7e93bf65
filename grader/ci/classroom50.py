"""Classroom 50: ``result.json`` beside the checkout; exit code 0 unless grading itself failed.

Its scores are integers. Points are scaled by what makes all of them whole, and where that is too much by 100;
then the exact total is rounded once, and the tests' scores are its parts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from fractions import Fraction
from math import lcm

from grader.ci import plain
from grader.ci.graded import (
    Emission,
    Graded,
    Item,
    integers,
    items,
    rounded_to_integer,
    sentences,
    without_points,
)
from grader.ci.services import Surroundings

SCHEMA = "classroom50/result/v1"
LARGEST_SCALE = 1000
SCALE = 100
BODY = 100_000
MOMENT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)T(\d\d)[-:]?(\d\d)[-:]?(\d\d)")
UTC_SECONDS = "%Y-%m-%dT%H:%M:%SZ"


def emit(graded: Graded, where: Surroundings) -> Emission:
    """Write the result and the text of the release; a fault of ours is an infrastructure error there."""
    if nothing := without_points(graded, plain.printed(graded)):
        return nothing
    body = plain.summary(graded)[:BODY].encode()
    result = json.dumps(document(graded, where.environment), ensure_ascii=False, indent=2) + "\n"
    files = {where.out / "result.json": result.encode(), where.out / "release-body.md": body}
    return Emission(files, {}, plain.printed(graded), 0)


def document(graded: Graded, environment: Mapping[str, str]) -> dict[str, object]:
    """Return the result; the schema allows no other keys at this level."""
    listed = [item for item in items(graded) if item.max_points]
    scale = scale_of([item.max_points for item in listed])
    scores = integers([item.points for item in listed], scale)
    most = integers([item.max_points for item in listed], scale)
    tag = environment.get("SUBMISSION_TAG", "")
    now = datetime.now(UTC).strftime(UTC_SECONDS)
    return {
        "schema": SCHEMA,
        "classroom": environment.get("CLASSROOM", ""),
        "assignment": environment.get("ASSIGNMENT", ""),
        "assignment_type": environment.get("ASSIGNMENT_TYPE", "individual"),
        "owner": _owner(environment),
        "submission": tag,
        "commit": environment.get("COMMIT_URL", ""),
        "release": environment.get("RELEASE_URL", ""),
        "review": environment.get("REVIEW_URL", ""),
        "datetime": moment(tag) or now,
        "graded_at": now,
        "score": rounded_to_integer(graded.total.score * scale),
        "max-score": rounded_to_integer(graded.total.max_score * scale),
        "tests": [
            _test(item, score, one_most, graded)
            for item, score, one_most in zip(listed, scores, most, strict=True)
        ],
        "submitted_by": _submitter(environment),
    }


def scale_of(points: list[Fraction]) -> int:
    """Return what makes points integers: it depends on the exercises alone, never on who handed in what."""
    exact = lcm(*(one.denominator for one in points))
    return exact if exact <= LARGEST_SCALE else SCALE


def moment(tag: str) -> str:
    """Return the time in a submission's tag (``submit/<UTC>-<sha7>``); empty where there is none."""
    found = MOMENT.search(tag)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else ""


def _test(item: Item, score: int, most: int, graded: Graded) -> dict[str, object]:
    return {
        "test-name": item.name,
        "passed": item.passed,
        "score": score,
        "max-score": most,
        "output": "\n".join(sentences(item, graded.tr)),
    }


def _owner(environment: Mapping[str, str]) -> str:
    return environment.get("OWNER") or environment.get("USERNAME", "")


def _submitter(environment: Mapping[str, str]) -> dict[str, object]:
    name = environment.get("GITHUB_ACTOR") or environment.get("USERNAME") or _owner(environment)
    number = environment.get("GITHUB_ACTOR_ID", "")
    return {"username": name, "id": int(number) if number.isdecimal() else 0}
