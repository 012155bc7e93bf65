"""Tensors drawn as shape + dtype + regime + seed + spikes + layout: a handful of small choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import torch
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from grader.strategies.layouts import CONTIGUOUS, LAYOUTS, Layout
from grader.strategies.shapes import Shape, shapes
from grader.strategies.values import BOOL_REGIMES, REGIMES, SPIKE_CHOICES, WHOLE_REGIMES, bounds_of, fill

T = TypeVar("T")

# Enough to meet every pattern of a small tensor, and short to draw.
_SEEDS = st.integers(0, 2**16 - 1)
_SPIKES = st.sampled_from(SPIKE_CHOICES)


def tensors(
    shape: Shape | SearchStrategy[Shape] | None = None,
    dtype: torch.dtype | SearchStrategy[torch.dtype] = torch.float64,
    values: str | Sequence[str] = "any",
    layouts: bool = True,
    low: float | None = None,
    high: float | None = None,
) -> SearchStrategy[torch.Tensor]:
    """Draw a CPU tensor; shrinks to a small contiguous one of 0, 1, 2, ...

    ``shape`` (default `shapes()`) and ``dtype`` may be strategies; ``values`` names regimes out of
    `REGIMES`, ``"any"`` all that suit the dtype; ``low`` and ``high`` bound every element, both
    included. With ``layouts`` the strides may be anything torch allows, and the storage between the
    elements holds NaN or huge integers. Raises ValueError for an unknown regime or empty bounds.
    """
    regimes = () if values == "any" else (values,) if isinstance(values, str) else tuple(values)
    unknown = [regime for regime in regimes if regime not in REGIMES]
    if unknown or (not regimes and values != "any"):
        raise ValueError(f"unknown regimes {unknown}; there are {', '.join(REGIMES)}")
    if isinstance(dtype, torch.dtype):
        bounds_of(dtype, low, high)
    return _tensors(
        _strategy(shapes() if shape is None else shape),
        _strategy(dtype),
        regimes,
        LAYOUTS if layouts else CONTIGUOUS,
        (low, high),
    )


def _strategy(value: T | SearchStrategy[T]) -> SearchStrategy[T]:
    return value if isinstance(value, SearchStrategy) else st.just(value)


def _regimes_for(dtype: torch.dtype) -> tuple[str, ...]:
    if dtype == torch.bool:
        return BOOL_REGIMES
    return REGIMES if dtype.is_floating_point else WHOLE_REGIMES


@st.composite
def _tensors(
    draw: DrawFn,
    shape: SearchStrategy[Shape],
    dtype: SearchStrategy[torch.dtype],
    regimes: tuple[str, ...],
    layouts: tuple[Layout, ...],
    limits: tuple[float | None, float | None],
) -> torch.Tensor:
    sides, kind = draw(shape), draw(dtype)
    regime = draw(st.sampled_from(regimes or _regimes_for(kind)))
    seed, spikes = draw(_SEEDS), draw(_SPIKES)
    layout = draw(st.sampled_from(layouts))
    count = torch.Size(sides).numel()
    numbers = fill(count, regime, seed, spikes, not kind.is_floating_point, bounds_of(kind, *limits))
    return layout(torch.from_numpy(numbers).reshape(sides).to(kind))
