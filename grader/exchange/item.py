"""One question between two formats: plain, in one language, with everything that is right or wrong about it.

Texts are Markdown with ``$…$`` for formulas and fences for code; a gap stands as ``⟦name⟧`` where it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

WHOLE = Fraction(1)


class Form(Enum):
    """What is asked for, as learning platforms tell it apart."""

    CHOICE = "choice"
    MULTI = "multi"
    TRUEFALSE = "truefalse"
    TEXT = "text"
    NUMBER = "number"
    MATCH = "match"
    ORDER = "order"
    CLOZE = "cloze"


@dataclass(frozen=True, slots=True)
class Answer:
    """An option, a typed answer, or one line of an order; ``weight`` is its share of the points."""

    text: str
    weight: Fraction = Fraction()
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """A typed number: the value, and the smallest and the largest that count as it."""

    value: Fraction
    low: Fraction
    high: Fraction
    weight: Fraction = WHOLE
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side and what belongs to it."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Order:
    """One order of lines, as places in the order in which they are first shown."""

    places: tuple[int, ...]
    weight: Fraction = WHOLE
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to answer.

    ``answers``: options (choice, multi, and true then false), what may be typed, or the lines of an order as
    they are first shown. ``orders``: the key, further right ones, wrong ones. ``others``: right sides of a
    match that belong to nothing. ``case``: a capital letter makes a difference.
    """

    form: Form
    answers: tuple[Answer, ...] = ()
    ranges: tuple[Range, ...] = ()
    pairs: tuple[Pair, ...] = ()
    others: tuple[str, ...] = ()
    orders: tuple[Order, ...] = ()
    case: bool = False

    @property
    def right(self) -> tuple[Answer, ...]:
        """The answers that give all points, or for several options some."""
        return tuple(answer for answer in self.answers if self._is_right(answer))

    @property
    def wrong(self) -> tuple[Answer, ...]:
        """The other answers."""
        return tuple(answer for answer in self.answers if not self._is_right(answer))

    def _is_right(self, answer: Answer) -> bool:
        return answer.weight > 0 if self.form is Form.MULTI else answer.weight >= WHOLE


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap of a cloze, ``⟦name⟧`` in the prompt."""

    name: str
    ask: Ask


@dataclass(frozen=True, slots=True)
class Item:
    """One question in one language.

    ``name`` is unique in a file; ``pool`` is shared by the variants of one question, of which a student gets
    one. ``attempts``: the share of the points that each attempt can still give. ``language`` is empty where
    the file does not tell.
    """

    name: str
    title: str
    prompt: str
    ask: Ask
    gaps: tuple[Gap, ...] = ()
    feedback: str = ""
    hints: tuple[str, ...] = ()
    points: Fraction = WHOLE
    attempts: tuple[Fraction, ...] = (WHOLE,)
    shuffle: bool = True
    module: str = ""
    level: int = 0
    pool: str = ""
    language: str = ""

    @property
    def form(self) -> Form:
        """What is asked for."""
        return Form.CLOZE if self.gaps else self.ask.form


CLOZE = Ask(Form.CLOZE)


def mark_of(name: str) -> str:
    """Return how a gap stands in a prompt."""
    return f"⟦{name}⟧"
