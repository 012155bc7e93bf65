"""Reference for broadcast_shape: pair the sizes from the right, a missing one is 1."""

from __future__ import annotations

from itertools import zip_longest


def broadcast_shape(s1: tuple[int, ...], s2: tuple[int, ...]) -> tuple[int, ...]:
    """Return the common shape of tensors with the shapes ``s1`` and ``s2``."""
    pairs = zip_longest(reversed(s1), reversed(s2), fillvalue=1)
    return tuple(reversed([_common_size(m, n) for m, n in pairs]))


def _common_size(m: int, n: int) -> int:
    if m == n or n == 1:
        return m
    if m == 1:
        return n
    raise ValueError(f"sizes {m} and {n} do not fit: they must be equal, or one of them 1")
