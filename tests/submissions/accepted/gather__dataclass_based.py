"""A dataclass holds the request; the target is one of its methods, bound."""

from __future__ import annotations

from dataclasses import dataclass, field

import torch


def check(x, dim, index):
    if x.dim() == 0 or x.dim() != index.dim():
        raise ValueError("x and index need the same number of axes, at least one")
    if index.dtype not in (torch.int32, torch.int64):
        raise TypeError(f"index is {index.dtype}")
    if not -x.dim() <= dim < x.dim():
        raise IndexError(f"no dim {dim}")
    dim %= x.dim()
    if any(n > m for i, (m, n) in enumerate(zip(x.shape, index.shape)) if i != dim):
        raise ValueError("index is too long")
    if ((index < 0) | (index >= x.size(dim))).any():
        raise IndexError("index is out of range")
    return dim


def grid(dim, index):
    counts = (torch.arange(n, device=index.device) for n in index.shape)
    grids = [c.view([-1 if i == k else 1 for k in range(index.dim())]) for i, c in enumerate(counts)]
    grids[dim] = index.long()
    return tuple(grids)


@dataclass(slots=True)
class Picker:
    history: list[int] = field(default_factory=list)

    def pick(self, x: torch.Tensor, dim: int, index: torch.Tensor) -> torch.Tensor:
        dim = check(x, dim, index)
        self.history.append(dim)
        return x[grid(dim, index)]


gather = Picker().pick
