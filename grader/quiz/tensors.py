"""Reading tensors that people type: nested lists with or without commas, as Python or torch writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from grader.model import text
from grader.quiz.rules import Number
from grader.quiz.typed import Unreadable, number, shortened

MAX_DEPTH = 8
_DTYPE = re.compile(r",? ?dtype ?= ?(?:torch\.|np\.)?([a-z0-9]+) ?(?=\)?$)")
_CALL = re.compile(r"(?:torch\.|np\.|numpy\.)?(?:tensor|array) ?\((.*)\)")
_TOKEN = re.compile(r" ?([\[\](),]|[^\[\](), ]+) ?")
_CLOSES = {"]": "[", ")": "("}
_TRUTH = {"true": "1", "false": "0"}


@dataclass(frozen=True, slots=True)
class Typed:
    """A tensor as typed: its shape, its elements row by row, its dtype where one was typed."""

    shape: tuple[int, ...]
    items: tuple[Number, ...]
    dtype: str = ""


@dataclass(frozen=True, slots=True)
class _Level:
    """One open bracket: what closes it, where its elements began, the shapes of what it holds."""

    bracket: str
    shapes: list[tuple[int, ...]]


def tensor(answer: str) -> Typed:
    """Read ``[[1, 2], [3, 4]]``, ``tensor([1., 2.])``, ``[[1 2] [3 4]]``, ``(1, 2)``; a number has rank 0."""
    written = answer.casefold()
    dtype = _DTYPE.search(written)
    if dtype:
        written = written[: dtype.start()] + written[dtype.end() :]
    if call := _CALL.fullmatch(written):
        written = call[1].strip()
    items: list[Number] = []
    (result,) = _parsed(written, items, answer)
    return Typed(result, tuple(items), dtype[1] if dtype else "")


def _parsed(written: str, items: list[Number], answer: str) -> list[tuple[int, ...]]:
    """Fill ``items``; return the shape of the one value there has to be."""
    levels = [_Level("", [])]
    comma = True  # at the beginning, and after an opening bracket: no comma may come
    for token in _TOKEN.findall(written):
        if token in "[(":
            levels.append(_Level(token, []))
            comma = True
        elif token in "])":
            closed = levels.pop() if len(levels) > 1 else None
            if closed is None or closed.bracket != _CLOSES[token]:
                raise _unreadable(answer)
            levels[-1].shapes.append(_stacked(closed.shapes))
            comma = False
        elif token == ",":
            if comma:
                raise _unreadable(answer)
            comma = True
        else:
            items.append(number(_TRUTH.get(token, token)))
            levels[-1].shapes.append(())
            comma = False
        if len(levels) > MAX_DEPTH + 1:
            raise _unreadable(answer)
    if len(levels) != 1 or len(levels[0].shapes) != 1:
        raise _unreadable(answer)
    return levels[0].shapes


def _stacked(shapes: list[tuple[int, ...]]) -> tuple[int, ...]:
    if len(set(shapes)) > 1:
        raise Unreadable(text("The rows are not equally long."))
    return (len(shapes), *(shapes[0] if shapes else ()))


def _unreadable(answer: str) -> Unreadable:
    return Unreadable(
        text("{got} is not a nested list; write it like [[1, 2], [3, 4]].", got=shortened(answer))
    )


def written_out(typed: Typed) -> str:
    """Write a tensor as a nested list of what was read."""
    return _nested(typed.shape, iter([item.text for item in typed.items]))


def _nested(shape: tuple[int, ...], items: Iterator[str]) -> str:
    if not shape:
        return next(items)
    return f"[{', '.join(_nested(shape[1:], items) for _ in range(shape[0]))}]"
