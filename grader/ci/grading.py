"""Grading one student's folder: behind a wall that was tried, or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from grader.catalog import Catalog, SourceText
from grader.client.checked import CheckedZygote
from grader.course import Course
from grader.errors import UsageError
from grader.intake import Found, Intake, find_one
from grader.judge import Judge
from grader.judge.results import build
from grader.model import (
    Attempt,
    DeviceRun,
    DeviceState,
    Exercise,
    Level,
    Outcome,
    Submission,
    Text,
    Verdict,
    text,
)

EXIT_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Task:
    """What is graded: no ``slugs``: all that is handed in; ``trusted``: even where the wall is low.

    ``examples_only``: by the public examples alone, for want of the key to the rest.
    """

    catalog: Catalog
    slugs: tuple[str, ...]
    submission: Path
    student: str
    device: str = "auto"
    trusted: bool = False
    examples_only: bool = False


@dataclass(frozen=True, slots=True)
class Folder:
    """What became of a folder; ``places``: where each exercise's file lies in it, by slug."""

    course: Course
    places: Mapping[str, str]


def grade_folder(task: Task) -> Folder:
    """Grade one student's folder; what is asked for and not there is an attempt without points.

    Raises `UsageError` where the wall is below L2 and the code is not trusted, and where nothing was handed
    in and nobody says what should have been.
    """
    exercises = [task.catalog.load(slug) for slug in task.slugs or task.catalog.slugs()]
    intake = find_one(task.submission, exercises)
    if not (intake.found or task.slugs):
        raise UsageError(
            f"{task.submission} holds no submission for any of {len(exercises)} exercises.",
            "Name the exercises that are expected: what is missing then has no points.",
        )
    zygote = CheckedZygote()
    with zygote:
        if not task.trusted:
            insist_on_wall(zygote)
        judging = Judge(task.catalog, task.device, zygote, examples_only=task.examples_only)
        with judging as judge:
            attempts = tuple(_attempts(judge, task, exercises, intake))
    places = {one.slug: _place(one, task.submission) for one in intake.found}
    return Folder(Course(task.catalog.root.name, attempts, oddities=intake.oddities), places)


def _place(found: Found, submission: Path) -> str:
    inside = found.path.is_relative_to(submission)
    return (found.path.relative_to(submission) if inside else found.path).as_posix()


def insist_on_wall(zygote: CheckedZygote) -> None:
    """Raise `UsageError` unless a runner is kept in at level L2 or better: found by trying."""
    zygote.wait_jailed()
    if zygote.level >= Level.FILTERED:
        runner = zygote.fork()  # the first one is preceded by the forbidden acts, tried
        runner.kill()
        runner.wait_exit(EXIT_SECONDS)
        runner.close()
    if not zygote.level >= Level.FILTERED:
        why = " ".join(str(reason) for reason in zygote.shortfalls)
        raise UsageError(
            f"The sandbox reaches only level {zygote.level.value} in this runner; grading strangers' code "
            f"needs L2. {why}".rstrip(),
            "`grade doctor --ci` says how to raise it; --trust-this-code grades all the same (docs/ci.md).",
        )


def _attempts(judge: Judge, task: Task, exercises: list[Exercise], intake: Intake) -> Iterator[Attempt]:
    found = {one.slug: one.content for one in intake.found}
    for exercise in exercises:
        content = found.get(exercise.slug)
        if isinstance(content, SourceText):
            yield judge.grade(exercise, content, student=task.student)
        elif content is not None or task.slugs:
            yield _without_points(judge, task, exercise, content or _missing(exercise))


def _missing(exercise: Exercise) -> Text:
    return text(
        "Nothing was handed in for it: expected {slug}.py, or a notebook that defines {target}.",
        slug=exercise.slug,
        target=exercise.target,
    )


def _without_points(judge: Judge, task: Task, exercise: Exercise, why: Text) -> Attempt:
    material = judge.material(exercise)
    return Attempt(
        student=task.student,
        exercise=exercise.slug,
        exercise_title=exercise.title,
        submission=Submission("", ""),
        verdict=Verdict.NO_TARGET,
        score=Fraction(0),
        max_score=material.max_score,
        results=tuple(replace(build(prop, Outcome.NOT_RUN), hint=None) for prop in material.properties),
        devices=(DeviceRun("cpu", DeviceState.NOT_ASKED),),
        level=None,
        graded_at=datetime.now(UTC),
        messages=(why,),
    )
