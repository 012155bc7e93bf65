"""Numbers for a tensor: a regime, a seed and a few spikes decide them all.

The random bits come from a counter put through a mixing function (SplitMix64), not from a library's
generator: the same draw gives the same bits with every version and on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

Array = np.ndarray[Any, np.dtype[Any]]

_GOLDEN = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_SHORT = (torch.uint8, torch.int8, torch.int16)
_SPIKES = (0.0, 1.0, -1.0, 100.0, -100.0, 0.5)
_TIE = len(_SPIKES)

# One spike code each, or two: an index into _SPIKES, or _TIE for a copy of the first element.
SPIKE_CHOICES: tuple[tuple[int, ...], ...] = (
    *((),) * 8,
    *((code,) for code in range(_TIE + 1)),
    *((code, (code + 3) % (_TIE + 1)) for code in range(_TIE + 1)),
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least and largest value allowed, both included; infinite where there is no bound."""

    low: float = -math.inf
    high: float = math.inf

    @property
    def width(self) -> float:
        """The distance between the two; infinite where one is missing."""
        return self.high - self.low

    @property
    def start(self) -> float:
        """The allowed value nearest to zero."""
        return min(max(0.0, self.low), self.high)


def bounds_of(dtype: torch.dtype, low: float | None, high: float | None) -> Bounds:
    """Narrow an author's bounds to what ``dtype`` can hold; wide integers never come near their ends."""
    least, most = -math.inf, math.inf
    if dtype == torch.bool:
        least, most = 0.0, 1.0
    elif dtype in _SHORT:
        least, most = float(torch.iinfo(dtype).min), float(torch.iinfo(dtype).max)
    bounds = Bounds(max(least, least if low is None else low), min(most, most if high is None else high))
    if bounds.low > bounds.high:
        raise ValueError(f"no {dtype} lies between {low} and {high}")
    return bounds


def fill(count: int, regime: str, seed: int, spikes: tuple[int, ...], whole: bool, bounds: Bounds) -> Array:
    """Give ``count`` float64 numbers of the regime, inside the bounds, whole ones where asked."""
    bits = mixed(count, seed)
    values = _FILLS[regime](bits, bounds)
    for turn, code in enumerate(spikes if count else ()):
        place = int(mixed(1, seed + 1 + turn)[0] % np.uint64(count))
        values[place] = values[0] if code == _TIE else _SPIKES[code]
    if whole:
        return np.clip(np.rint(values), np.ceil(bounds.low), np.floor(bounds.high))
    return np.clip(values, bounds.low, bounds.high)


def mixed(count: int, seed: int) -> Array:
    """Give ``count`` 64-bit integers that look random and depend on ``seed`` and their place only."""
    z = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(_GOLDEN) + np.uint64(
        seed * 0xD1342543DE82EF95 & _MASK
    )
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def _unit_interval(bits: Array) -> Array:
    return (bits >> np.uint64(11)).astype(np.float64) * 2.0**-53


def _bell(bits: Array) -> Array:
    """Four 16-bit pieces added up: mean 0, variance 1, within 3.5, rounded to thousandths to be read."""
    pieces = sum(((bits >> np.uint64(16 * k)) & np.uint64(0xFFFF)).astype(np.float64) for k in range(4))
    return np.round((pieces / 65536 - 2) * math.sqrt(3), 3)


def _counting(bits: Array, bounds: Bounds) -> Array:
    """0, 1, 2, ...: every element has its own value, and a reader sees where it went."""
    steps = np.arange(len(bits), dtype=np.float64)
    if not math.isfinite(bounds.width):
        return steps + bounds.start if bounds.high == math.inf else bounds.high - steps
    if bounds.width >= 1:
        return bounds.low + (bounds.start - bounds.low + steps) % (math.floor(bounds.width) + 1)
    return bounds.low + (steps % 5) * bounds.width / 4


def _small_ints(bits: Array, bounds: Bounds) -> Array:
    if 1 <= bounds.width <= 16:
        return bounds.low + (bits % np.uint64(math.floor(bounds.width) + 1)).astype(np.float64)
    return (
        bounds.start + (bits % np.uint64(7)).astype(np.float64) - (3.0 if bounds.low < bounds.start else 0.0)
    )


def _normal(bits: Array, bounds: Bounds) -> Array:
    """Bell-shaped; spread evenly where both bounds are given, so that it fills the range."""
    if math.isfinite(bounds.width):
        return bounds.low + np.round(_unit_interval(bits), 4) * bounds.width
    return _around(_bell(bits), bounds)


def _around(moves: Array, bounds: Bounds) -> Array:
    """Move away from the value nearest to zero, on its allowed side: clipping would make half of it ties."""
    if bounds.low == bounds.start:
        return bounds.start + np.abs(moves)
    return bounds.start - np.abs(moves) if bounds.high == bounds.start else bounds.start + moves


def _large(bits: Array, bounds: Bounds) -> Array:
    sizes = 50 + np.round(_unit_interval(bits) * 150, 1)
    return np.where(bits & np.uint64(1), -sizes, sizes) if bounds.low < 0 else sizes


def _tiny(bits: Array, bounds: Bounds) -> Array:
    return _around(_bell(bits) * 1e-3, bounds)


def _offset(bits: Array, bounds: Bounds) -> Array:
    return 1000 + _bell(bits)


def _constant(bits: Array, bounds: Bounds) -> Array:
    """One value everywhere: zero variance, all ties."""
    return np.full(len(bits), _small_ints(bits[:1], bounds)[0] if len(bits) else 0.0)


_FILLS: dict[str, Callable[[Array, Bounds], Array]] = {
    "counting": _counting,
    "small_ints": _small_ints,
    "normal": _normal,
    "large": _large,
    "tiny": _tiny,
    "offset": _offset,
    "constant": _constant,
}

REGIMES: tuple[str, ...] = tuple(_FILLS)

# What "any" means for integers and for bool: the other regimes would round to one of these.
WHOLE_REGIMES = ("counting", "small_ints", "large", "constant")
BOOL_REGIMES = ("counting", "small_ints", "constant")
