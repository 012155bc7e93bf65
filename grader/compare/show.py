"""Write values for readers: a header, a compact text, a small grid with the differing cells marked.

Everything here gets plain, decoded values; a student's live object, whose ``repr`` is theirs, never.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch

from grader.compare.difference import mismatch_mask
from grader.compare.format import (
    dtype_text,
    is_array,
    is_tensor,
    number,
    shape_text,
    shortened,
    type_text,
)
from grader.compare.literal import python_literal
from grader.compare.tree import leaves
from grader.model import Cell, Shown

__all__ = ["count_elements", "python_literal", "show"]

_ELEMENTS = 64
_GRID_SIDE = 8
_ITEMS = 16
_DEPTH = 16
_LONGEST = 20_000
_NESTED_LENGTH = 2000
_STRING_LENGTH = 500


def show(value: object, against: object = None) -> Shown:
    """Show ``value``; cells that differ from ``against`` (a value or an `Expected`) are marked."""
    if is_tensor(value):
        return Shown(compact(value), _header(value), _grid(value, against))
    if type(value) is np.ndarray:
        return Shown(compact(value), f"numpy {value.dtype} {shape_text(value.shape)}")
    nested = isinstance(value, list | tuple | dict)
    return Shown(shortened(compact(value), _NESTED_LENGTH) if nested else _scalar(value))


def count_elements(value: object) -> int:
    """Count the elements of all tensors and arrays in a nested value; Python numbers do not count."""
    found = (leaf for _, leaf in leaves(value))
    return sum(int(np.prod(leaf.shape)) for leaf in found if is_tensor(leaf) or is_array(leaf))


def compact(value: Any, limit: int = _LONGEST) -> str:
    """Write a value on one line; tensors after 64 elements, containers after 16 items, are cut visibly.

    Nothing more is written once there are `limit` characters, however many parts the value has.
    """
    written, length = [], 0
    for piece in _pieces(value, 0):
        written.append(piece)
        length += len(piece)
        if length > limit:
            return "".join(written)[:limit] + "…"
    return "".join(written)


def _pieces(value: Any, depth: int) -> Iterator[str]:
    if is_tensor(value) or type(value) is np.ndarray:
        yield _tensor_text(value)
    elif type(value) is slice:
        yield "slice"  # its parts may be anything that travels, a huge tensor among them
        yield from _pieces((value.start, value.stop, value.step), depth + 1)
    elif type(value) is dict or isinstance(value, list | tuple):
        yield from _container(value, depth) if depth <= _DEPTH else "…"
    else:
        yield _scalar(value)


def _container(value: Any, depth: int) -> Iterator[str]:
    opening, closing = _brackets(value)
    yield opening
    for index, item in enumerate(itertools.islice(value, _ITEMS)):
        yield ", " if index else ""
        if isinstance(value, dict):
            yield f"{_scalar(item)}: "
        yield from _pieces(value[item] if isinstance(value, dict) else item, depth + 1)
    if len(value) > _ITEMS:
        yield f", … {len(value) - _ITEMS} more"
    yield closing


def _brackets(value: Any) -> tuple[str, str]:
    if isinstance(value, torch.Size):
        return "torch.Size([", "])"
    if isinstance(value, dict):
        return "{", "}"
    if isinstance(value, list):
        return "[", "]"
    return "(", ",)" if len(value) == 1 else ")"


def _scalar(value: Any) -> str:
    if type(value) in (bool, int, float, complex) or isinstance(value, np.generic):
        return shortened(number(value, 12))
    if type(value) is str:
        cut = len(value) - _STRING_LENGTH
        return repr(value) if cut <= 0 else f"{value[:_STRING_LENGTH]!r}… {cut} more"
    if value is None or type(value) in (bytes, torch.dtype, torch.device, range, type(...)):
        return shortened(repr(value))
    return f"<{shortened(type_text(value))}>"


def _header(value: Any) -> str:
    header = f"{dtype_text(value.dtype)} {shape_text(value.shape)} {value.device}"
    return header if value.is_contiguous() else f"{header}, strides {tuple(value.stride())}"


def _element(value: Any) -> str:
    """Write an element as torch does: a whole float as ``1.``."""
    written = number(value)
    return written.removesuffix("0") if written.endswith(".0") else written


def _tensor_text(value: Any) -> str:
    name = "tensor" if is_tensor(value) else "array"
    tensor = value.detach().cpu() if is_tensor(value) else value
    total = int(np.prod(tensor.shape))
    if total == 0:
        return f"{name}([], size={tuple(tensor.shape)})"
    flat = iter(tensor.reshape(-1)[:_ELEMENTS].tolist())
    return f"{name}({_rows(tensor.shape, flat, total)})"


def _rows(shape: tuple[int, ...], elements: Iterator[Any], total: int) -> str:
    """Nest the elements we have; what is left out is counted where the row breaks off."""
    shown = min(total, _ELEMENTS)
    rest = f", … {total - shown} more" if total > shown else ""
    if not shape:
        return _element(next(elements))
    return "[" + ", ".join(_nested(shape, elements, shown)) + rest + "]"


def _nested(shape: tuple[int, ...], elements: Iterator[Any], budget: int) -> Iterator[str]:
    if len(shape) == 1:
        yield from (_element(next(elements)) for _ in range(min(shape[0], budget)))
        return
    inner = int(np.prod(shape[1:]))
    for start in range(0, budget, inner):
        yield "[" + ", ".join(_nested(shape[1:], elements, min(inner, budget - start))) + "]"


def _grid(value: Any, against: object) -> tuple[tuple[Cell, ...], ...] | None:
    if value.dim() not in (1, 2) or value.numel() == 0 or max(value.shape) > _GRID_SIDE:
        return None
    wrong = None if against is None else mismatch_mask(value, against)
    marks = torch.zeros(value.shape, dtype=torch.bool) if wrong is None else wrong
    rows, flags = (t.detach().cpu().reshape(-1, value.shape[-1]).tolist() for t in (value, marks))
    return tuple(
        tuple(Cell(_element(item), mark) for item, mark in zip(row, flag, strict=True))
        for row, flag in zip(rows, flags, strict=True)
    )
