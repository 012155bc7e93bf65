"""What is compared and what is found. Plain and frozen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One submission's text. Entries of one ``origin`` were handed in together, by a group."""

    student: str
    exercise: str
    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Rule:
    """When two submissions are shown.

    ``threshold``: at least so many percent of one of them, what was given left out, are in the other too;
    ``minimum``: and at least so many tokens; ``common``: what more than so many different submissions share
    is what everybody writes, and does not count; ``most``: so many pairs are shown.
    """

    threshold: int = 75
    minimum: int = 40
    common: int = 10
    most: int = 100


@dataclass(frozen=True, slots=True)
class Side:
    """One of two submissions: who handed it in, the share of it that the other one has, lines of that share.

    ``students`` are several where their texts are the same but for names, comments and layout.
    ``lines`` are numbered from 0.
    """

    students: tuple[str, ...]
    text: str
    percent: int
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class Match:
    """Two submissions of one exercise that are alike; ``tokens`` is how much they share.

    ``same``: they are one program but for names, comments and layout.
    """

    exercise: str
    left: Side
    right: Side
    tokens: int
    same: bool = False

    @property
    def percent(self) -> int:
        """The larger of both shares."""
        return max(self.left.percent, self.right.percent)
