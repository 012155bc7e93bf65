"""A course as tables: who stands where, and which properties fall. Pure sums over attempts.

One rule makes every total, in every place where one is shown: an exercise without an attempt counts as
nothing of its full points; one on which the grader failed, one that is excused and those that are dropped
count in neither sum; an override stands in the place of the attempt's score; extra points only add.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from grader.course import Adjustment, AdjustmentKind, Course, Oddity
from grader.model import (
    Attempt,
    Bilingual,
    Counterexample,
    Diagnosis,
    Outcome,
    PropertyResult,
    Scope,
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


class Standing(Enum):
    """Whether and how an exercise counts in a student's total."""

    COUNTS = "counts"
    OVERRIDDEN = "overridden"
    EXCUSED = "excused"
    DROPPED = "dropped"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Credit:
    """What a student has for one exercise, extra points and a teacher's override included, and why."""

    score: Fraction
    max_score: Fraction
    standing: Standing
    reasons: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it is part of the total."""
        return self.standing in (Standing.COUNTS, Standing.OVERRIDDEN)


@dataclass(frozen=True, slots=True)
class StudentRow:
    """One student's attempts, one for each exercise of the course, None where nothing was handed in.

    ``credits`` are in the same order; ``extra`` are points given for no exercise; ``shown`` is the
    student's name, ``name`` the id.
    """

    name: str
    attempts: tuple[Attempt | None, ...]
    total: Total
    credits: tuple[Credit, ...]
    extra: tuple[Adjustment, ...] = ()
    shown: str = ""

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
    """A course by student and by exercise, each in order of first appearance, and who is missing last."""

    name: str
    exercises: tuple[ExerciseColumn, ...]
    students: tuple[StudentRow, ...]
    oddities: tuple[Oddity, ...] = ()

    @property
    def is_of_examples(self) -> bool:
        """Whether hidden properties were not run: these are attempts in a release."""
        return any(one.scope is Scope.EXAMPLES for column in self.exercises for one in column.attempts)

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
    names = _unique((*(attempt.student for attempt in course.attempts), *course.missing))
    exercises = tuple(
        _column(slug, [latest[name, slug] for name in names if (name, slug) in latest]) for slug in slugs
    )
    shown = {person.id: person.name for person in course.people}
    students = tuple(
        _row(name, shown.get(name, name), exercises, [latest.get((name, slug)) for slug in slugs], course)
        for name in names
    )
    return CourseTable(course.name, exercises, students, course.oddities)


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


def _row(
    name: str,
    shown: str,
    exercises: Sequence[ExerciseColumn],
    attempts: list[Attempt | None],
    course: Course,
) -> StudentRow:
    own = [adjustment for adjustment in course.adjustments if adjustment.student == name]
    credits = [
        _credit(exercise, attempt, [one for one in own if one.exercise == exercise.slug])
        for exercise, attempt in zip(exercises, attempts, strict=True)
    ]
    credits = _without_lowest(credits, course.drop_lowest)
    extra = tuple(one for one in own if one.kind is AdjustmentKind.EXTRA and not one.exercise)
    total = Total(
        sum((credit.score for credit in credits if credit.counts), Fraction())
        + sum((one.points for one in extra), Fraction()),
        sum((credit.max_score for credit in credits if credit.counts), Fraction()),
        sum(credit.standing is Standing.FAULT for credit in credits),
    )
    return StudentRow(name, tuple(attempts), total, tuple(credits), extra, shown)


def _credit(exercise: ExerciseColumn, attempt: Attempt | None, own: Sequence[Adjustment]) -> Credit:
    """Say what one exercise is worth to one student; of several overrides the last one holds."""
    score = attempt.score if attempt else Fraction()
    standing = Standing.COUNTS
    if attempt is not None and attempt.verdict is Verdict.GRADER_FAULT:
        standing = Standing.FAULT
    for adjustment in own:
        if adjustment.kind is AdjustmentKind.OVERRIDE:
            score, standing = adjustment.points, Standing.OVERRIDDEN
        elif adjustment.kind is AdjustmentKind.EXCUSED:
            standing = Standing.EXCUSED
    score += sum((one.points for one in own if one.kind is AdjustmentKind.EXTRA), Fraction())
    maximum = attempt.max_score if attempt else exercise.max_score
    return Credit(score, maximum, standing, tuple(one.reason for one in own))


def _without_lowest(credits: list[Credit], count: int) -> list[Credit]:
    """Drop the exercises with the lowest share of their points; of equal ones the last first."""
    counted = [index for index, credit in enumerate(credits) if credit.counts and credit.max_score]
    lowest = sorted(counted, key=lambda index: (credits[index].score / credits[index].max_score, -index))
    for index in lowest[: min(count, len(counted) - 1)] if count else ():
        credits[index] = replace(credits[index], standing=Standing.DROPPED)
    return credits


def _share(name: str, results: list[PropertyResult]) -> PropertyShare:
    judged = [result for result in results if result.outcome is not Outcome.NOT_RUN]
    found = [result.counterexample for result in results if result.counterexample]
    smallest = min(found, key=lambda counterexample: counterexample.elements, default=None)
    held = sum(result.outcome is Outcome.HELD for result in judged)
    return PropertyShare(name, results[0].title, held, len(judged), smallest)
