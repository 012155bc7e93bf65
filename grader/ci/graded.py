"""What every service is told: one student's attempts as they may be shown, and one total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor
from pathlib import Path

from grader.course import Course
from grader.i18n import Translator
from grader.model import Attempt, PropertyResult, Scope, Verdict, format_score
from grader.report.table import Total, tabulate
from grader.report.visible import visible
from grader.report.words import OUTCOMES

HALF = Fraction(1, 2)
ACCEPTED, NOT_ACCEPTED, NO_KEY, FAULT = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Graded:
    """One student's attempts, already as they may be shown, and what is asked for: ``threshold`` percent.

    ``places``: where each exercise's file lies in what was handed in, by slug.
    """

    course: Course
    tr: Translator
    threshold: Fraction = Fraction(100)
    places: Mapping[str, str] = field(default_factory=dict)

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The attempts, one for each exercise."""
        return self.course.attempts

    @property
    def total(self) -> Total:
        """The exact total, by the rule of all reports."""
        rows = tabulate(self.course).students
        return rows[0].total if rows else Total(Fraction(), Fraction())

    @property
    def uncounted(self) -> bool:
        """Whether only public examples were run: there are no points, neither won nor lost."""
        return any(attempt.scope is Scope.EXAMPLES for attempt in self.attempts)

    @property
    def faulty(self) -> bool:
        """Whether something could not be graded through a fault of ours: then there is no score to report."""
        return any(attempt.verdict is Verdict.GRADER_FAULT for attempt in self.attempts)

    @property
    def passed(self) -> bool:
        """Whether the total is at least the threshold, compared exactly; or whether every example held."""
        if self.uncounted:
            return all(attempt.done for attempt in self.attempts)
        total = self.total
        return bool(total.max_score) and 100 * total.score >= self.threshold * total.max_score

    @property
    def exit_code(self) -> int:
        """What a command ends with whose exit code is the result."""
        if self.faulty:
            return FAULT
        return ACCEPTED if self.passed else NOT_ACCEPTED

    @property
    def share(self) -> Fraction:
        """The share of the points that was reached."""
        total = self.total
        return total.score / total.max_score if total.max_score else Fraction()


@dataclass(frozen=True, slots=True)
class Emission:
    """What a service gets: whole files, lines added to files of its own, what is printed, the exit code."""

    files: Mapping[Path, bytes] = field(default_factory=dict)
    added: Mapping[Path, bytes] = field(default_factory=dict)
    printed: str = ""
    exit_code: int = 0


def without_points(graded: Graded, printed: str) -> Emission | None:
    """Return what a service gets that would record points, where there are none to record; else None."""
    if graded.faulty:
        return Emission({}, {}, printed, FAULT)
    return Emission({}, {}, printed, NO_KEY) if graded.uncounted else None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of points: a property, or an exercise that was not held to any."""

    attempt: Attempt
    name: str
    points: Fraction
    max_points: Fraction
    result: PropertyResult | None = None

    @property
    def passed(self) -> bool:
        """Whether it earned everything."""
        return self.points == self.max_points


def items(graded: Graded) -> Iterator[Item]:
    """Yield what the total is the sum of."""
    for attempt in graded.attempts:
        title = graded.tr.bilingual(attempt.exercise_title)
        if not attempt.results:
            yield Item(attempt, visible(title), attempt.score, attempt.max_score)
        for result in attempt.results:
            name = visible(f"{title}: {graded.tr.bilingual(result.title)}")
            yield Item(attempt, name, result.points, result.max_points, result)


def sentences(item: Item, tr: Translator) -> Iterator[str]:
    """Yield what there is to say about one line of points; strangers' text made harmless."""
    result = item.result
    if result is None:
        yield from (visible(tr(message)) for message in item.attempt.messages)
        return
    yield tr(OUTCOMES[result.outcome].word)
    if result.message:
        yield visible(tr(result.message))
    if result.counterexample:
        found = result.counterexample
        yield visible(found.call)
        yield from (visible(f"{name} = {shown.header} {shown.text}") for name, shown in found.inputs)
        yield visible(tr(found.difference.text))
    if result.hint:
        yield tr("Hint: {hint}", hint=visible(tr.bilingual(result.hint)))


def rounded_to_integer(points: Fraction) -> int:
    """Return the nearest integer, halves upwards."""
    return floor(points + HALF)


def integers(points: Sequence[Fraction], scale: int) -> tuple[int, ...]:
    """Return scaled integers whose sum is the scaled sum, rounded once: the rounding runs along the sums."""
    sums, before = [Fraction(0)], Fraction(0)
    for one in points:
        before += one
        sums.append(before)
    ends = [rounded_to_integer(one * scale) for one in sums]
    return tuple(after - before for before, after in zip(ends, ends[1:], strict=False))


def score_words(graded: Graded) -> str:
    """Say the total, in the words of every report."""
    if graded.faulty:
        return graded.tr("Not graded through a fault of the grader: {count}.", count=graded.total.faults)
    if graded.uncounted:
        return graded.tr("Only the public examples were run, not the hidden properties: nothing is counted.")
    total = graded.total
    return graded.tr(
        "Score: {score} / {max_score}",
        score=format_score(total.score),
        max_score=format_score(total.max_score),
    )
