"""The text that text2qti turns into a Canvas quiz, written: Markdown as it is, a group for the variants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from grader.exchange.fitting import Profile
from grader.exchange.item import Ask, Form, Item, Range
from grader.exchange.losses import Loss, Lost
from grader.exchange.markup import plain_of
from grader.exchange.spelling import decimal

PROFILE = Profile(
    frozenset({Form.CHOICE, Form.MULTI, Form.TRUEFALSE, Form.TEXT, Form.NUMBER}),
    traps=False,
    case=False,
    partial=frozenset({Form.MULTI}),
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WIDTH = 4


def write_text2qti(items: Sequence[Item], title: str) -> tuple[bytes, list[Loss]]:
    """Return a file of these questions; points are rounded to halves, which is all that text2qti takes."""
    lines = [f"Quiz title: {plain_of(title) or 'Quiz'}", "shuffle answers: true", ""]
    losses = [Loss(item.pool, Lost.POINTS) for item in items if _halves(item.points) != item.points]
    number = 0
    for _, variants in groupby(items, key=lambda item: item.pool):
        members = list(variants)
        grouped = len(members) > 1
        if grouped:
            lines += ["GROUP", "pick: 1", f"points per question: {_points(members[0])}", ""]
        for item in members:
            number += 1
            lines += [*_question(item, number, grouped=grouped), ""]
        lines += ["END_GROUP", ""] * grouped
    return "\n".join(lines).encode(), losses


def _halves(points: Fraction) -> Fraction:
    return max(Fraction(round(points * 2), 2), Fraction(1, 2))


def _points(item: Item) -> str:
    return decimal(_halves(item.points))


def _question(item: Item, number: int, *, grouped: bool) -> Iterator[str]:
    yield f"Title: {plain_of(item.title) or item.name}"
    if not grouped:
        yield f"Points: {_points(item)}"
    yield _entry(f"{number}.", item.prompt)
    if item.feedback:
        yield _entry("...", item.feedback)
    yield from _answers(item.ask)


def _answers(ask: Ask) -> Iterator[str]:
    match ask.form:
        case Form.TEXT:
            yield from (_entry("*", answer.text) for answer in ask.right)
        case Form.NUMBER:
            # There is one range only; the key's own is the first.
            yield _entry("=", _range(ask.ranges[0]))
        case _:
            for letter, answer in zip(LETTERS, ask.answers, strict=False):
                right = answer in ask.right
                sign = "[*]" if right else "[ ]"
                yield _entry(sign if ask.form is Form.MULTI else f"{'*' * right}{letter})", answer.text)
                if answer.feedback:
                    yield _entry("...", answer.feedback)


def _range(one: Range) -> str:
    if one.low == one.high:
        return decimal(one.value)
    if one.value - one.low == one.high - one.value:
        return f"{decimal(one.value)} +- {decimal(one.high - one.value)}"
    return f"[{decimal(one.low)}, {decimal(one.high)}]"


def _entry(sign: str, words: str) -> str:
    """Return a sign and its text; what continues it is set in as far as its first line."""
    start = sign.ljust(WIDTH) if len(sign) < WIDTH else f"{sign} "
    return start + words.strip("\n").replace("\n", "\n" + " " * len(start)).replace(
        " " * len(start) + "\n", "\n"
    )
