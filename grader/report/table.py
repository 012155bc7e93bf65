"""A course as tables: who stands where, and which properties fall. Pure sums over attempts.

One rule makes every total: an exercise without an attempt counts as nothing of its full points, and
one on which the grader failed counts in neither sum, so that our fault costs nobody a point.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from grader.model import (
    Attempt,
    Bilingual,
    Counterexample,
    Course,
    Diagnosis,
    Outcome,
    PropertyResult,
    Verdict,
    format_score,
)


@dataclass(frozen=True, slots=True)
class Total:
    """Points reached out of points to be had, exactly, and how many attempts could not be graded."""

    score: Fraction
    max_score: Fraction
    faults: int = 0

    def __str__(self) -> str:
        return f"{format_score(self.score)} / {format_score(self.max_score)}"


@dataclass(frozen=True, slots=True)
class ExerciseColumn:
    """One exercise of a course; ``attempts`` in the order of the students."""

    slug: str
    title: Bilingual
    max_score: Fraction
    attempts: tuple[Attempt, ...]

    def count(self, verdict: Verdict) -> int:
        """Count the attempts that ended in this verdict."""
        return sum(attempt.verdict is verdict for attempt in self.attempts)


@dataclass(frozen=True, slots=True)
class StudentRow:
    """One student's attempts, one for each exercise of the course, None where nothing was handed in."""

    name: str
    attempts: tuple[Attempt | None, ...]
    total: Total

    @property
    def accepted(self) -> int:
        """How many exercises were accepted."""
        return sum(attempt is not None and attempt.verdict is Verdict.ACCEPTED for attempt in self.attempts)

    @property
    def graded(self) -> tuple[Attempt, ...]:
        """The attempts there are."""
        return tuple(attempt for attempt in self.attempts if attempt is not None)


@dataclass(frozen=True, slots=True)
class CourseTable:
    """A course by student and by exercise, each in order of first appearance."""

    name: str
    exercises: tuple[ExerciseColumn, ...]
    students: tuple[StudentRow, ...]

    @property
    def faults(self) -> int:
        """How many attempts could not be graded through a fault of ours."""
        return sum(student.total.faults for student in self.students)


@dataclass(frozen=True, slots=True)
class PropertyShare:
    """How one property fared in a class: ``held`` out of ``judged`` attempts in which it ran."""

    name: str
    title: Bilingual
    held: int
    judged: int
    smallest: Counterexample | None

    @property
    def percent(self) -> int:
        """The share held in whole percent, rounded down so that 100 means all; 0 where nothing ran."""
        return 100 * self.held // self.judged if self.judged else 0


def tabulate(course: Course) -> CourseTable:
    """Arrange a course's attempts; of several by one student on one exercise the last one counts."""
    latest = {(attempt.student, attempt.exercise): attempt for attempt in course.attempts}
    slugs = _unique(attempt.exercise for attempt in course.attempts)
    names = _unique(attempt.student for attempt in course.attempts)
    exercises = tuple(
        _column(slug, [latest[name, slug] for name in names if (name, slug) in latest]) for slug in slugs
    )
    students = tuple(_row(name, exercises, [latest.get((name, slug)) for slug in slugs]) for name in names)
    return CourseTable(course.name, exercises, students)


def shares(attempts: Sequence[Attempt]) -> tuple[PropertyShare, ...]:
    """Say of each property of one exercise how often it held, with its smallest counterexample."""
    results: dict[str, list[PropertyResult]] = {}
    for attempt in attempts:
        for result in attempt.results:
            results.setdefault(result.name, []).append(result)
    return tuple(_share(name, group) for name, group in results.items())


def misconceptions(attempts: Iterable[Attempt]) -> list[tuple[Diagnosis, int]]:
    """Count the diagnoses, the most frequent first, equal counts by name."""
    found = {attempt.diagnosis.chaff: attempt.diagnosis for attempt in attempts if attempt.diagnosis}
    counts = Counter(attempt.diagnosis.chaff for attempt in attempts if attempt.diagnosis)
    return [
        (found[name], count) for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _column(slug: str, attempts: list[Attempt]) -> ExerciseColumn:
    return ExerciseColumn(
        slug, attempts[0].exercise_title, max(attempt.max_score for attempt in attempts), tuple(attempts)
    )


def _row(name: str, exercises: Sequence[ExerciseColumn], attempts: list[Attempt | None]) -> StudentRow:
    score = maximum = Fraction()
    faults = 0
    for exercise, attempt in zip(exercises, attempts, strict=True):
        if attempt is not None and attempt.verdict is Verdict.GRADER_FAULT:
            faults += 1
            continue
        score += attempt.score if attempt else 0
        maximum += attempt.max_score if attempt else exercise.max_score
    return StudentRow(name, tuple(attempts), Total(score, maximum, faults))


def _share(name: str, results: list[PropertyResult]) -> PropertyShare:
    judged = [result for result in results if result.outcome is not Outcome.NOT_RUN]
    found = [result.counterexample for result in results if result.counterexample]
    smallest = min(found, key=lambda counterexample: counterexample.elements, default=None)
    held = sum(result.outcome is Outcome.HELD for result in judged)
    return PropertyShare(name, results[0].title, held, len(judged), smallest)
