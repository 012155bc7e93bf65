"""Homework 1, exercise 3 -- Xavier (Glorot) initialisation.  Ada L."""

from __future__ import annotations

import math

import torch
from torch import Tensor


def fans(w: Tensor) -> tuple[int, int]:
    """Return (fan_in, fan_out), the kernel area included."""
    if w.dim() < 2:
        raise ValueError(f"fans need at least 2 dimensions, got {w.dim()}")
    area = 1
    for size in w.shape[2:]:
        area *= size
    return w.shape[1] * area, w.shape[0] * area


def xavier_init(
    w: Tensor,
    gain: float = 1.0,
    distribution: str = "uniform",
    generator: torch.Generator | None = None,
) -> Tensor:
    """Fill ``w`` in place and return it."""
    fan_in, fan_out = fans(w)
    std = gain * math.sqrt(2.0 / (fan_in + fan_out))
    with torch.no_grad():
        if distribution == "uniform":
            bound = std * math.sqrt(3.0)
            w.uniform_(-bound, bound, generator=generator)
        elif distribution == "normal":
            w.normal_(0.0, std, generator=generator)
        else:
            raise ValueError(f"distribution must be 'uniform' or 'normal', not {distribution!r}")
    return w


if __name__ == "__main__":
    mine, theirs = torch.empty(500, 300), torch.empty(500, 300)
    xavier_init(mine, generator=torch.Generator().manual_seed(7))
    torch.nn.init.xavier_uniform_(theirs, generator=torch.Generator().manual_seed(7))
    assert torch.allclose(mine, theirs)
    print("xavier: all fine")
