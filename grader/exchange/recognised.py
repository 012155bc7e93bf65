"""Short texts that are more: true and false, a shape in all its spellings, a tensor in all of its."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace

from grader.exchange.item import Answer, Ask, Form
from grader.exchange.markup import plain_of
from grader.exchange.spelling import decimal
from grader.quiz import typed
from grader.quiz.question import Kind
from grader.quiz.rules import Number
from grader.quiz.tensors import tensor, written_out
from grader.quiz.typed import Unreadable

FEWEST_SPELLINGS = 3
# Fewer words than people may type: `y` and `n` are names as well.
_TRUTH = {"true": "true", "false": "false", "正确": "true", "错误": "false", "对": "true", "错": "false"}


@dataclass(frozen=True, slots=True)
class Recognised:
    """A shape or a tensor: the key as a literal of Python, and the traps with what is said about them."""

    kind: Kind
    key: str
    traps: tuple[tuple[str, str], ...]


def truth_of(ask: Ask) -> Ask | None:
    """Return a choice between true and false as what it is; None where it is another one."""
    if ask.form is Form.TRUEFALSE:
        return ask
    if ask.form is not Form.CHOICE or len(ask.answers) != 2:
        return None
    by_word = {_TRUTH.get(plain_of(answer.text).casefold(), ""): answer for answer in ask.answers}
    if by_word.keys() != {"true", "false"} or len(ask.right) != 1:
        return None
    return Ask(Form.TRUEFALSE, (by_word["true"], by_word["false"]))


def recognised(ask: Ask) -> Recognised | None:
    """Return the one shape or tensor that all right answers are spellings of; None where there is none."""
    for kind in (Kind.SHAPE, Kind.TENSOR):
        keys = {_literal(kind, answer.text) for answer in ask.right}
        if len(ask.right) >= FEWEST_SPELLINGS and len(keys) == 1 and "" not in keys:
            return Recognised(kind, keys.pop(), _traps(kind, ask.wrong))
    return None


def _traps(kind: Kind, answers: Sequence[Answer]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for answer in answers:
        if literal := _literal(kind, answer.text):
            found.setdefault(literal, answer.feedback)
    return tuple(found.items())


def _literal(kind: Kind, words: str) -> str:
    """Return what an answer says as a literal that we wrote; nothing where it says none."""
    try:
        plain = typed.normalise(words)
        written = repr(typed.shape(plain)) if kind is Kind.SHAPE else _tensor(plain)
        ast.literal_eval(written)
    except (Unreadable, ValueError, SyntaxError):
        return ""
    return written


def _tensor(plain: str) -> str:
    """Return a tensor with every number written one way; `nan` and its like are no literals."""
    found = tensor(plain)
    items = (item if item.word else Number(item.value, decimal(item.value)) for item in found.items)
    return written_out(replace(found, items=tuple(items)))
