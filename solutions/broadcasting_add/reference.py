"""Reference for broadcasting_add: agree on a shape, look at both operands in that shape, add."""

from __future__ import annotations

from itertools import zip_longest

import torch


def broadcasting_add(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """Return ``a + b`` by right-aligned broadcasting; raise ValueError where the shapes do not fit."""
    shape = _common_shape(tuple(a.shape), tuple(b.shape))
    # Before aligning: a 0-d operand has less say in the dtype, and expanding it would hide that it was 0-d.
    dtype = torch.result_type(a, b)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)


def _common_shape(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, ...]:
    pairs = zip_longest(reversed(first), reversed(second), fillvalue=1)
    return tuple(reversed([_common_size(m, n) for m, n in pairs]))


def _common_size(m: int, n: int) -> int:
    if m == n or n == 1:
        return m
    if m == 1:
        return n
    raise ValueError(f"sizes {m} and {n} do not fit: they must be equal, or one of them 1")
