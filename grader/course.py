"""A course: its people, what they handed in, and what their teacher decided. Plain, frozen, no torch."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from grader.model import Attempt, Bilingual, Outcome, PropertyResult, Text


class Layout(Enum):
    """How files say whose they are; AUTO is recognised from their names."""

    AUTO = "auto"
    PLAIN = "plain"
    CANVAS = "canvas"
    MOODLE = "moodle"
    GRADESCOPE = "gradescope"
    CLASSROOM = "classroom"


class OddityKind(Enum):
    """What is unusual about something that was handed in."""

    LINK = "link"
    HARD_LINK = "hard_link"
    NOT_A_FILE = "not_a_file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    ENCODING = "encoding"
    NOTEBOOK = "notebook"
    LEFT_OUT = "left_out"
    ARCHIVE = "archive"
    NAME = "name"
    NO_EXERCISE = "no_exercise"
    NO_SUBMISSION = "no_submission"
    NO_STUDENT = "no_student"
    ALTERED = "altered"
    VERSIONS = "versions"
    NOT_ON_ROSTER = "not_on_roster"
    ROSTER = "roster"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Oddity:
    """One row about what was handed in: where, what kind, and a sentence with the next step.

    ``path`` is as shown: relative to what was handed in, control characters escaped, shortened.
    """

    path: str
    kind: OddityKind
    text: Text


@dataclass(frozen=True, slots=True)
class Person:
    """A student: a safe id, the name as shown (escaped), and what a roster says."""

    id: str
    name: str
    email: str = ""
    section: str = ""
    canvas_id: str = ""
    login: str = ""


class AdjustmentKind(Enum):
    """What a teacher may decide about a student's score; the first two are about one exercise only.

    OVERRIDE puts a score in the place of the attempt's; EXCUSED takes the exercise out of both sums;
    EXTRA adds points that nobody has to have.
    """

    OVERRIDE = "override"
    EXCUSED = "excused"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A teacher's decision and its reason; ``exercise`` is empty for points given for no exercise."""

    student: str
    exercise: str
    kind: AdjustmentKind
    points: Fraction
    reason: str


@dataclass(frozen=True, slots=True)
class Course:
    """The attempts of a course, in the order students and exercises are listed, and who is in it.

    ``missing`` are the ids of those of whom nothing was found; ``drop_lowest``: how many of a student's
    exercises with the lowest share of points count in neither sum.
    """

    name: str
    attempts: tuple[Attempt, ...]
    people: tuple[Person, ...] = ()
    missing: tuple[str, ...] = ()
    oddities: tuple[Oddity, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    drop_lowest: int = 0


@dataclass(frozen=True, slots=True)
class PropertyChange:
    """What became of one property; an outcome of None: the exercise does not have it, then or now."""

    title: Bilingual
    before: Outcome | None
    after: Outcome | None
    points_before: Fraction
    points_after: Fraction


@dataclass(frozen=True, slots=True)
class Change:
    """A student's attempt on one exercise before and after a regrade, as both are shown."""

    before: Attempt
    after: Attempt

    @property
    def difference(self) -> Fraction:
        """How many points are won (lost, below zero)."""
        return self.after.score - self.before.score

    @property
    def properties(self) -> tuple[PropertyChange, ...]:
        """The properties that explain it: those whose outcome or points are other ones."""
        before = {result.name: result for result in self.before.results}
        after = {result.name: result for result in self.after.results}
        both = (_compared(before.get(name), after.get(name)) for name in before | after)
        return tuple(one for one in both if (one.before, one.points_before) != (one.after, one.points_after))

    @property
    def matters(self) -> bool:
        """Whether anybody would see a difference: another score, verdict or outcome."""
        return bool(self.difference or self.properties) or self.before.verdict is not self.after.verdict


def _compared(before: PropertyResult | None, after: PropertyResult | None) -> PropertyChange:
    one = after or before
    assert one
    return PropertyChange(
        one.title,
        before.outcome if before else None,
        after.outcome if after else None,
        before.points if before else Fraction(),
        after.points if after else Fraction(),
    )
