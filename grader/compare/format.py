"""How numbers, shapes, indices and types are written in messages."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch

_DIGITS = (6, 9, 12, 17)


def number(value: object, digits: int = 6) -> str:
    """Write one number, at most ``digits`` significant digits: ``0.25``, ``1e-09``, ``nan``, ``3``."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return repr(float(f"{value:.{digits}g}")) if math.isfinite(value) else repr(value)
    if isinstance(value, complex):
        return f"{value:.{digits}g}"
    return repr(value)


def two_numbers(got: object, expected: object) -> tuple[str, str]:
    """Write two unequal numbers with just enough digits to tell them apart."""
    pair = (number(got), number(expected))
    for digits in _DIGITS:
        pair = (number(got, digits), number(expected, digits))
        if pair[0] != pair[1]:
            break
    return pair


def shape_text(shape: Sequence[int]) -> str:
    """Write a shape: ``[2, 3]``, and ``[]`` for no dimensions."""
    return "[" + ", ".join(str(side) for side in shape) + "]"


def dtype_text(dtype: object) -> str:
    """Write a torch or NumPy dtype without its package: ``float64``."""
    return str(dtype).removeprefix("torch.")


def index_at(flat: int, shape: Sequence[int]) -> str:
    """Write the index of the element at position ``flat`` in row order: ``[1, 0]``."""
    sides = []
    for side in reversed(shape):
        flat, here = divmod(flat, side)
        sides.append(here)
    return shape_text(sides[::-1])


def is_tensor(value: object) -> bool:
    """Tell whether ``value`` is exactly a tensor or a parameter.

    A subclass is not: its methods, equality included, are whatever its author wrote.
    """
    return type(value) is torch.Tensor or type(value) is torch.nn.Parameter


def is_array(value: object) -> bool:
    """Tell whether ``value`` is a NumPy array or a NumPy scalar."""
    return type(value) is np.ndarray or isinstance(value, np.generic)


def type_text(value: object) -> str:
    """Name the type of ``value``; of a handle, the type of the object it stands for."""
    if value is None:
        return "None"
    named = getattr(value, "type_name", None)
    if isinstance(named, str):
        return named
    if is_tensor(value):
        return "torch.Tensor"
    home = type(value).__module__.partition(".")[0]
    return type(value).__name__ if home == "builtins" else f"{home}.{type(value).__name__}"


def shortened(shown: str, limit: int = 500) -> str:
    """Cut a long text so that a reader sees that it was cut, and how much is missing."""
    return shown if len(shown) <= limit else f"{shown[:limit]}… {len(shown) - limit} more"
