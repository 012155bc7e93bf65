"""What an author says about a property besides its claim: points and a hint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from grader.model import Bilingual

F = TypeVar("F", bound=Callable[..., Any])
POINTS = "tensorgrade_points"
HINT = "tensorgrade_hint"


def points(count: int) -> Callable[[F], F]:
    """Give a property its points, a positive integer; an exercise's add up to 10."""
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise ValueError(f"points must be a positive integer, not {count!r}")
    return _mark(POINTS, count)


def hint(en: str, zh: str = "") -> Callable[[F], F]:
    """Give a property the hint that a student sees when it falls: an idea, not the answer."""
    return _mark(HINT, Bilingual(en, zh))


def _mark(name: str, value: object) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        setattr(function, name, value)
        return function

    return decorate
