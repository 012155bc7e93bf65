"""Numbers, seeds and dtypes."""

from __future__ import annotations

import math

import torch
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

FLOATING = (torch.float64, torch.float32)
WHOLE = (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8)
ANY = (*FLOATING, torch.int64, torch.bool, torch.int32, torch.uint8, torch.float16, torch.bfloat16)

_ROUND = (0.0, 1.0, 0.5, 2.0, -1.0, 0.1, 0.9, 10.0, -0.5, 1e-3)
_STEPS = 1000


def float_dtypes() -> SearchStrategy[torch.dtype]:
    """Draw float64 or float32."""
    return st.sampled_from(FLOATING)


def integer_dtypes() -> SearchStrategy[torch.dtype]:
    """Draw int64, int32, int16, int8 or uint8."""
    return st.sampled_from(WHOLE)


def any_dtypes() -> SearchStrategy[torch.dtype]:
    """Draw a dtype: floating (half types too), integer or bool."""
    return st.sampled_from(ANY)


def floats(low: float, high: float) -> SearchStrategy[float]:
    """Draw a finite float from [low, high]: as often an end or a round number as any other.

    The others lie on a grid of a thousandth of the range, so that they are short to read.
    """
    if not (math.isfinite(low) and math.isfinite(high) and low <= high):
        raise ValueError(f"floats({low}, {high}): finite bounds in order are needed")
    middle = low + (high - low) / 2
    simple = [value for value in (*_ROUND, float(low), float(high), middle) if low <= value <= high]
    grid = st.integers(0, _STEPS).map(lambda step: _on_grid(low, high, step))
    return st.one_of(st.sampled_from(list(dict.fromkeys(simple))), grid)


def integers(low: int, high: int) -> SearchStrategy[int]:
    """Draw an integer from [low, high]."""
    return st.integers(low, high)


def seeds() -> SearchStrategy[int]:
    """Draw a seed for a random generator; shrinks to 0."""
    return st.integers(0, 2**31 - 1)


def _on_grid(low: float, high: float, step: int) -> float:
    value = low + (high - low) * step / _STEPS
    return min(max(float(f"{value:.6g}"), low), high)
