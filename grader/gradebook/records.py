"""What goes into a gradebook and comes out of it. Plain and frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from grader.model import Attempt, Submission, Text, Verdict


@dataclass(frozen=True, slots=True)
class Deduction:
    """What lateness costs: points, percent of what was earned, and the sentence that says why."""

    points: Fraction = Fraction(0)
    percent: Fraction = Fraction(0)
    note: Text | None = None

    def apply(self, attempt: Attempt) -> Attempt:
        """Return the attempt with what is left of its score, never below 0; our faults cost nothing."""
        if attempt.verdict is Verdict.GRADER_FAULT or not self.note:
            return attempt
        left = max(Fraction(0), attempt.score * (100 - self.percent) / 100 - self.points)
        return replace(
            attempt, score=left, deducted=attempt.score - left, messages=(*attempt.messages, self.note)
        )


@dataclass(frozen=True, slots=True)
class Handed:
    """A submission as it is kept: its text (empty where it could not be read) and when it came.

    ``overruled``: why the instructor lets it use forbidden operations, else empty. ``submitted_at`` is
    ISO 8601, empty where nobody says.
    """

    student: str
    exercise: str
    name: str
    sha256: str
    content: str
    overruled: str = ""
    submitted_at: str = ""
    deduction: Deduction = Deduction()

    def graded(self, attempt: Attempt) -> Attempt:
        """Return an attempt as this student's: another one may have handed in the same text."""
        own = replace(attempt, student=self.student, submission=Submission(self.name, self.sha256))
        return self.deduction.apply(own)


@dataclass(frozen=True, slots=True)
class Cached:
    """An attempt that is in the gradebook, and its number there."""

    id: int
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class Mark:
    """Which attempt counts for a submission; ``key`` names what it was graded by."""

    submission: int
    handed: Handed
    key: str
    kept: Cached

    @property
    def shown(self) -> Attempt:
        """The attempt as reports show it."""
        return self.handed.graded(self.kept.attempt)
