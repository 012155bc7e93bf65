"""What was found out about one question: the records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from grader.analysis.figures import Interval
from grader.model import Bilingual
from grader.quiz.question import Kind

FEW = 20
MANY = 50


class Flag(Enum):
    """What an instructor should look at, the most pressing first."""

    CHECK_KEY = "check-key"
    BELOW_GUESSING = "below-guessing"
    ATTRACTIVE = "attractive"
    UNEVEN = "uneven"
    WEAK = "weak"
    INEFFICIENT = "inefficient"
    LOWERS_ALPHA = "lowers-alpha"
    HARD = "hard"
    EASY = "easy"
    UNCLEAR_FORM = "unclear-form"
    IDLE = "idle"


class Chosen(Enum):
    """What kind of answer was given first."""

    RIGHT = "right"
    TRAP = "trap"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Pick:
    """One answer to a question over all its variants: its tag, who gave it, by third of the class.

    ``thirds`` are shares of the lowest, middle and highest third, None for a third without anybody;
    ``correlation`` that of giving it with doing well on the other questions.
    """

    chosen: Chosen
    tag: str
    why: Bilingual
    count: int
    share: float
    thirds: tuple[float | None, ...]
    correlation: float | None


@dataclass(frozen=True, slots=True)
class Variation:
    """One variant: how many met it, how many were right at once, how likely that is if all are alike."""

    seed: int
    sha256: str
    params: str
    count: int
    right: int
    chance: float

    @property
    def share(self) -> float:
        """The share that was right at once."""
        return self.right / self.count


@dataclass(frozen=True, slots=True)
class Tries:
    """How a question was answered over all tries: ``recovered``: wrong at first and right later."""

    misread: int = 0
    misread_by: int = 0
    hinted: int = 0
    retried: int = 0
    recovered: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One question. ``paired``: students who also met another one; ``guess``: what guessing gives."""

    question: str
    title: Bilingual
    module: str
    kind: Kind
    students: int
    paired: int
    difficulty: float
    interval: Interval
    guess: float
    discrimination: float | None
    efficiency: float | None
    upper_lower: float | None
    weight: float | None
    alpha_without: float | None
    tries: Tries
    picks: tuple[Pick, ...]
    variations: tuple[Variation, ...]
    flags: tuple[Flag, ...] = ()

    @property
    def small(self) -> bool:
        """Whether too few have answered it to rely on any figure."""
        return self.students < FEW


@dataclass(frozen=True, slots=True)
class Idea:
    """A misconception over all questions: who had it at least once, and where."""

    tag: str
    why: Bilingual
    students: int
    share: float
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that was found out. ``complete``: students who met every question; alpha is of these.

    ``totals`` are the students' shares of everything that they met, from the lowest; ``unknown`` counts
    answers whose variant could not be found, so that only their points are known.
    """

    students: int
    answers: int
    items: tuple[Item, ...]
    ideas: tuple[Idea, ...]
    totals: tuple[float, ...]
    complete: int
    alpha: float | None
    standard_error: float | None
    unknown: int

    @property
    def small(self) -> bool:
        """Whether there are too few students to rely on any figure."""
        return self.students < FEW
