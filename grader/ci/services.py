"""Which service's runner this is, and what it tells us by its environment and its folders."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

from grader.ci.options import VISIBILITIES

ROOT = Path("/")
METADATA = "submission_metadata.json"
NOBODY = "student"


class Service(Enum):
    """A service that runs graders."""

    GITHUB = "github"
    CLASSROOM50 = "classroom50"
    GRADESCOPE = "gradescope"
    GITLAB = "gitlab"
    PRAIRIELEARN = "prairielearn"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where we grade: the service, its variables, the folder of what was handed in, where results go.

    ``visibility``: when Gradescope shows results to students.
    """

    service: Service
    environment: Mapping[str, str]
    submission: Path
    out: Path
    student: str = NOBODY
    visibility: str = VISIBILITIES[0]


def detect(environment: Mapping[str, str], root: Path = ROOT) -> Service:
    """Find out the service: by its variables, or by the folders that only it makes."""
    if "CLASSROOM50_BUNDLE_DIR" in environment:
        return Service.CLASSROOM50
    if environment.get("GITHUB_ACTIONS") == "true":
        return Service.GITHUB
    if environment.get("GITLAB_CI") == "true":
        return Service.GITLAB
    if (root / "autograder" / "submission").is_dir():
        return Service.GRADESCOPE
    if (root / "grade" / "data" / "data.json").is_file():
        return Service.PRAIRIELEARN
    return Service.PLAIN


def surroundings(
    service: Service,
    environment: Mapping[str, str],
    here: Path,
    root: Path = ROOT,
    submission: Path | None = None,
) -> Surroundings:
    """Return what a service has where; ``here`` is the current folder, ``root`` stands for ``/``.

    ``submission``: where the folder is instead; what Gradescope says of it lies beside it.
    """
    found = _usual(service, environment, here, root)
    if submission is None:
        return found
    beside = submission.parent / METADATA
    named = _of_gradescope(beside) if service is Service.GRADESCOPE else found.student
    return replace(found, submission=submission, student=named)


def _usual(service: Service, environment: Mapping[str, str], here: Path, root: Path) -> Surroundings:
    if service is Service.GRADESCOPE:
        home = root / "autograder"
        student = _of_gradescope(home / METADATA)
        return Surroundings(service, environment, home / "submission", home / "results", student)
    if service is Service.PRAIRIELEARN:
        home = root / "grade"
        return Surroundings(service, environment, home / "student", home / "results")
    if service is Service.CLASSROOM50:
        return Surroundings(service, environment, here, here, _first(environment, "OWNER", "USERNAME"))
    if service is Service.GITHUB:
        submission = Path(environment.get("GITHUB_WORKSPACE") or here)
        student = _first(environment, "GITHUB_ACTOR")
        return Surroundings(service, environment, submission, submission / "grade-report", student)
    if service is Service.GITLAB:
        submission = Path(environment.get("CI_PROJECT_DIR") or here)
        student = _first(environment, "GITLAB_USER_LOGIN")
        return Surroundings(service, environment, submission, submission / "grade-report", student)
    return Surroundings(service, environment, here, here / "grade-report")


def _first(environment: Mapping[str, str], *names: str) -> str:
    return next(filter(None, (environment.get(name, "") for name in names)), NOBODY)


def _of_gradescope(path: Path) -> str:
    """Return the submitters' names; a file that says nothing of them is no reason not to grade."""
    try:
        users: Any = json.loads(path.read_bytes())["users"]
        return ", ".join(str(user["name"]) for user in users) or NOBODY
    except (OSError, ValueError, KeyError, TypeError):
        return NOBODY
