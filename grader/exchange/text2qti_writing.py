"""The text that text2qti turns into a Canvas quiz, written: Markdown as it is, a group for the variants."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from grader.exchange.fitting import Profile
from grader.exchange.item import WHOLE, Answer, Ask, Form, Item, Range
from grader.exchange.losses import Loss, Lost
from grader.exchange.markup import plain_of
from grader.exchange.spelling import decimal, number_spellings

PROFILE = Profile(
    frozenset({Form.CHOICE, Form.MULTI, Form.TRUEFALSE, Form.TEXT, Form.NUMBER}),
    traps=False,
    case=False,
    partial=frozenset({Form.MULTI}),
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WIDTH = 4
# Numbers nearer to nothing are refused by text2qti, and further decimals are cut off.
SMALLEST = Fraction(1, 10**4)
DECIMALS = 4
# What newer versions take for the name of a blank.
_BLANK = re.compile(r"\(\((?=[^((]*\)\))")


def write_text2qti(items: Sequence[Item], title: str) -> tuple[bytes, list[Loss]]:
    """Return a file of these questions; points are rounded to halves, which is all that text2qti takes."""
    lines = [f"Quiz title: {plain_of(title) or 'Quiz'}", ""]
    losses: list[Loss] = []
    number = 0
    seen: Counter[str] = Counter()
    for pool, variants in groupby(items, key=lambda item: item.pool):
        members = [_different(_sayable(item, losses), seen, losses) for item in variants]
        points = _points(members[0], grouped=len(members) > 1)
        losses += [Loss(pool, Lost.POINTS)] * (points != members[0].points)
        if len(members) > 1:
            lines += ["GROUP", "pick: 1", f"points per question: {points}", ""]
        for item in members:
            number += 1
            lines += [*_question(item, number, decimal(points)), ""]
        lines += ["END_GROUP", ""] * (len(members) > 1)
    return "\n".join(lines).encode(), losses


def _points(item: Item, *, grouped: bool) -> Fraction:
    """Return the points: halves, and in a group whole ones."""
    unit = 1 if grouped else 2
    return max(Fraction(round(item.points * unit), unit), Fraction(1, unit))


def _different(item: Item, seen: Counter[str], losses: list[Loss]) -> Item:
    """Return an item with a number below its text where another one has the same: text2qti refuses that."""
    seen[item.prompt] += 1
    count = seen[item.prompt]
    if count == 1:
        return item
    losses.append(Loss(item.pool, Lost.MARKUP, f"({count})"))
    return replace(item, prompt=f"{item.prompt}\n\n({count})")


def _sayable(item: Item, losses: list[Loss]) -> Item:
    """Return an item that text2qti accepts and does not change."""
    if _BLANK.search(item.prompt):
        losses.append(Loss(item.pool, Lost.MARKUP, "(("))
        item = replace(item, prompt=_BLANK.sub("( (", item.prompt))
    right = [one for one in item.ask.ranges if one.weight == 1]
    if item.form is not Form.NUMBER:
        return item
    if len(right) > 1 or any(abs(end) < SMALLEST for one in right for end in (one.low, one.high)):
        losses.append(Loss(item.pool, Lost.SPELLINGS, decimal(right[0].value)))
        words = dict.fromkeys(word for one in right for word in number_spellings(one.value))
        return replace(item, ask=Ask(Form.TEXT, tuple(Answer(word, WHOLE) for word in words)))
    if any(end != round(end, DECIMALS) for one in right for end in (one.low, one.high)):
        losses.append(Loss(item.pool, Lost.TOLERANCE, decimal(right[0].value)))
    return item


def _question(item: Item, number: int, points: str) -> Iterator[str]:
    yield f"Title: {plain_of(item.title) or item.name}"
    yield f"Points: {points}"
    yield _entry(f"{number}.", item.prompt)
    if item.feedback:
        yield _entry("...", item.feedback)
    yield from _answers(item.ask)


def _answers(ask: Ask) -> Iterator[str]:
    match ask.form:
        case Form.TEXT:
            yield from (_entry("*", answer.text) for answer in ask.right)
        case Form.NUMBER:
            yield _entry("=", _range(ask.ranges[0]))
        case _:
            for letter, answer in zip(LETTERS, ask.answers, strict=False):
                right = answer in ask.right
                sign = "[*]" if right else "[ ]"
                yield _entry(sign if ask.form is Form.MULTI else f"{'*' * right}{letter})", answer.text)
                if answer.feedback:
                    yield _entry("...", answer.feedback)


def _range(one: Range) -> str:
    if one.low == one.high and one.value.denominator == 1:
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
