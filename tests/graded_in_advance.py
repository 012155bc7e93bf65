"""`grade` as services call it, with everything real but the grading: what is handed in says what it is worth.

A file that holds the word ``right`` is accepted, any other gets 3 of 10 points. What was asked for is written
to the file named by ``GRADED_IN_ADVANCE``; a key that is still in the environment then is an error.
"""

from __future__ import annotations

import json
import os
import sys
import types
from dataclasses import dataclass, replace
from pathlib import Path

import sample_attempts as sample

from grader.catalog import Catalog
from grader.course import Course


@dataclass(frozen=True, slots=True)
class Task:
    """What `grader.ci.grading.Task` is."""

    catalog: Catalog
    slugs: tuple[str, ...]
    submission: Path
    student: str
    device: str = "auto"
    trusted: bool = False
    examples_only: bool = False


@dataclass(frozen=True, slots=True)
class Folder:
    """What `grader.ci.grading.Folder` is."""

    course: Course
    places: dict[str, str]


def grade_folder(task: Task) -> Folder:
    """Believe the submission."""
    assert "TENSORGRADE_KEY" not in os.environ
    assert b"TENSORGRADE_KEY=" + b"-" * 44 in Path("/proc/self/environ").read_bytes()
    assert task.catalog.sealed is not None
    found = {path.stem: path for path in sorted(task.submission.rglob("*.py")) if path.stem in task.slugs}
    attempts = []
    for slug in task.slugs:
        exercise = task.catalog.load(slug)
        right = slug in found and "right" in found[slug].read_text()
        attempt = sample.ACCEPTED if right else sample.PARTIAL
        attempts.append(replace(attempt, student=task.student, exercise=slug, exercise_title=exercise.title))
    told = {"slugs": task.slugs, "student": task.student, "trusted": task.trusted, "found": sorted(found)}
    Path(os.environ["GRADED_IN_ADVANCE"]).write_text(json.dumps(told))
    places = {slug: path.relative_to(task.submission).as_posix() for slug, path in found.items()}
    return Folder(Course("course", tuple(attempts)), places)


if __name__ == "__main__":
    if sys.argv[1:2] == ["doctor"]:  # it would look at this machine for seconds
        sys.exit(0)
    module = types.ModuleType("grader.ci.grading")
    vars(module).update(Task=Task, Folder=Folder, grade_folder=grade_folder)
    sys.modules["grader.ci.grading"] = module
    from grader.cli import main

    sys.exit(main())
