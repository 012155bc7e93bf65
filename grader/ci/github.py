"""GitHub Actions: reports that cannot speak to the runner, annotations, the step's summary and outputs.

What a submission printed stands in the log between ``::stop-commands::`` and a token that it cannot know. Of
each kind GitHub shows ten annotations for a step; what is more is counted in the tenth.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from grader.ci import plain
from grader.ci.graded import Emission, Graded, Item, items, score_words, sentences
from grader.ci.services import Surroundings
from grader.export.cells import rounded
from grader.model import Outcome, format_score
from grader.report.visible import visible

ANNOTATIONS = 10
MESSAGE = 4000
FELL = frozenset(Outcome) - {Outcome.HELD, Outcome.NOT_RUN}


def emit(graded: Graded, where: Surroundings) -> Emission:
    """Print guarded reports and annotations; append to the files that GitHub names."""
    summary, output = (where.environment.get(name) for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"))
    added = {Path(summary): plain.summary(graded).encode()} if summary else {}
    if output:
        added[Path(output)] = outputs(graded)
    return Emission(plain.files(graded, where.out), added, printed(graded), graded.exit_code)


def printed(graded: Graded) -> str:
    """Return the log: each report folded and guarded, then the annotations."""
    reports = (
        f"::group::{_data(attempt.exercise)}\n{guarded(plain.report(attempt, graded))}::endgroup::\n"
        for attempt in graded.attempts
    )
    return "".join([*reports, *(f"{line}\n" for line in annotated(graded))])


def guarded(text: str) -> str:
    """Return text among which GitHub obeys no command."""
    token = secrets.token_hex(16)
    return f"::stop-commands::{token}\n{text.rstrip()}\n::{token}::\n"


def annotated(graded: Graded) -> Iterator[str]:
    """Yield the annotations: an error for each that fell, a warning for each oddity, the total for all."""
    yield from capped("error", _errors(graded), graded)
    odd = graded.course.oddities
    yield from capped("warning", ((one.path, {"file": one.path}, graded.tr(one.text)) for one in odd), graded)
    yield command("notice", {"title": "Tensorgrade"}, score_words(graded))
    if not (graded.faulty or graded.uncounted):
        yield from _for_classroom(graded)


Annotation = tuple[str, Mapping[str, str], str]


def capped(kind: str, found: Iterable[Annotation], graded: Graded) -> Iterator[str]:
    """Yield at most as many commands of one kind as are shown; the last one counts what is left out."""
    listed = list(found)
    fit = listed if len(listed) <= ANNOTATIONS else listed[: ANNOTATIONS - 1]
    for title, properties, message in fit:
        yield command(kind, {**properties, "title": title}, message)
    if len(fit) < len(listed):
        more = graded.tr("{count} more rows like these.", count=len(listed) - len(fit))
        yield command(kind, {"title": "Tensorgrade"}, more)


def _errors(graded: Graded) -> Iterator[Annotation]:
    for item in items(graded):
        if item.result is not None and item.result.outcome in FELL:
            message = "\n".join(sentences(item, graded.tr))
            yield item.name, _place(item, graded), message
    for attempt in graded.attempts:
        explained = any(result.outcome in FELL for result in attempt.results)
        if not attempt.done and not explained:
            message = "\n".join(graded.tr(one) for one in attempt.messages)
            yield graded.tr.bilingual(attempt.exercise_title), _file(graded, attempt.exercise), message


def _place(item: Item, graded: Graded) -> dict[str, str]:
    line = dict(item.result.message.fields).get("line", "") if item.result and item.result.message else ""
    return _file(graded, item.attempt.exercise) | ({"line": line} if line.isdecimal() else {})


def _file(graded: Graded, slug: str) -> dict[str, str]:
    return {"file": graded.places[slug]} if slug in graded.places else {}


def _for_classroom(graded: Graded) -> Iterator[str]:
    """Yield the two notices from which GitHub Classroom reads points; it takes decimals."""
    total = graded.total
    score, most = float(rounded(total.score)), float(rounded(total.max_score))
    yield command("notice", {"title": "Autograding complete"}, f"Points {score:g}/{most:g}")
    points = json.dumps({"totalPoints": score, "maxPoints": most})
    yield command("notice", {"title": "Autograding report"}, points)


def outputs(graded: Graded) -> bytes:
    """Return the step's outputs: exact score and points to be had, percent, whether it is enough.

    Where only public examples were run there are no points: ``scope`` says so.
    """
    total = graded.total
    if graded.uncounted:
        return f"scope=examples\npassed={str(graded.passed).lower()}\n".encode()
    lines = {
        "score": format_score(total.score),
        "max-score": format_score(total.max_score),
        "percent": str(rounded(100 * graded.share)),
        "passed": str(graded.passed and not graded.faulty).lower(),
    }
    return "".join(f"{name}={value}\n" for name, value in lines.items()).encode()


def command(name: str, properties: Mapping[str, str], message: str) -> str:
    """Return a workflow command; nothing in a value can end it or begin another one."""
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(visible(message)[:MESSAGE])}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(visible(value)).replace(":", "%3A").replace(",", "%2C")
