"""Numbers in other programs' files: read exactly, never evaluated."""

from __future__ import annotations

from fractions import Fraction

from grader.quiz import typed
from grader.quiz.typed import Unreadable

LARGEST = Fraction(10) ** 100


def number_of(words: str) -> Fraction | None:
    """Return a number; None where it is none, or one that no question asks for."""
    try:
        found = typed.number(typed.normalise(words))
    except Unreadable:
        return None
    return None if found.word or abs(found.value) > LARGEST else found.value


def range_of(low: Fraction | None, high: Fraction | None) -> tuple[Fraction, Fraction, Fraction] | None:
    """Return the middle and both ends, the smaller first."""
    if low is None or high is None:
        return None
    low, high = min(low, high), max(low, high)
    return (low + high) / 2, low, high
