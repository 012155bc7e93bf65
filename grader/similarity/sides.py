"""Two texts side by side, as rows: aligned by what they say, names and comments left aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import zip_longest

from grader.similarity.records import Match, Side
from grader.similarity.tokens import tokens_of

LINES = 400  # of a longer text the rest is not shown


class Relation(Enum):
    """How a row's two lines stand to each other."""

    EQUAL = "="
    RENAMED = "≈"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is shown; ``shared``: the other submission has what it says, here or elsewhere."""

    number: int
    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on the left and on the right, if anything."""

    left: Line | None
    right: Line | None
    relation: Relation


def rows_of(match: Match) -> tuple[Row, ...]:
    """Return a match's rows."""
    return tuple(_rows(match.left, match.right))


def left_out(side: Side) -> int:
    """Return how many of a text's lines are not shown."""
    return max(0, side.text.count("\n") + 1 - LINES)


def _rows(left: Side, right: Side) -> Iterator[Row]:
    ours, theirs = _lines(left), _lines(right)
    matcher = SequenceMatcher(None, _said(left)[: len(ours)], _said(right)[: len(theirs)], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        for one, other in zip_longest(ours[a:b], theirs[c:d]):
            yield Row(one, other, _relation(one, other) if tag == "equal" else Relation.OTHER)


def _lines(side: Side) -> list[Line]:
    shown = side.text.rstrip("\n").split("\n")[:LINES]
    return [Line(number + 1, text, number in side.lines) for number, text in enumerate(shown)]


def _said(side: Side) -> list[tuple[str, ...]]:
    """Return what each line says: its tokens."""
    said: list[list[str]] = [[] for _ in side.text.split("\n")]
    for token in tokens_of(side.text):
        said[token.line].append(token.kind)
    return [tuple(kinds) for kinds in said]


def _relation(one: Line | None, other: Line | None) -> Relation:
    assert one
    assert other
    if one.text.split() == other.text.split():
        return Relation.EQUAL if one.text.strip() else Relation.OTHER
    return Relation.RENAMED if one.shared or other.shared else Relation.OTHER
