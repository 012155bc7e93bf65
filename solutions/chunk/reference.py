"""Reference for chunk: one length for all, and a window at every multiple of it."""

from __future__ import annotations

import torch


def chunk(x: torch.Tensor, n: int, dim: int = 0) -> tuple[torch.Tensor, ...]:
    """Return at most ``n`` consecutive views of ``x`` along ``dim``, of equal length but for the last."""
    if n < 1:
        raise ValueError(f"n must be at least 1, not {n}")
    if not -x.dim() <= dim < x.dim():
        raise IndexError(f"x has {x.dim()} axes, so there is no dim {dim}")
    size = x.size(dim)
    if size == 0:
        return tuple(x.narrow(dim, 0, 0) for _ in range(n))
    length = -(-size // n)
    return tuple(x.narrow(dim, start, min(length, size - start)) for start in range(0, size, length))
