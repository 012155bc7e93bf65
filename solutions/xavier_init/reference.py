"""Reference for xavier_init."""

import math

import torch
from torch import Tensor

__all__ = ["xavier_init"]


def _fan_sum(shape: torch.Size) -> int:
    """Return fan_in + fan_out of a weight: both count the kernel positions."""
    outputs, inputs, *kernel = shape
    return (outputs + inputs) * math.prod(kernel)


def xavier_init(
    w: Tensor,
    gain: float = 1.0,
    distribution: str = "uniform",
    generator: torch.Generator | None = None,
) -> Tensor:
    """Fill ``w`` (at least 2 dimensions, floating point) in place with Xavier values and return it.

    Raises ValueError for fewer than 2 dimensions and for an unknown ``distribution``.
    """
    if w.ndim < 2:
        raise ValueError(f"a weight has at least 2 dimensions, this one has {w.ndim}")
    if distribution not in ("uniform", "normal"):
        raise ValueError(f"unknown distribution {distribution!r}")
    std = gain * math.sqrt(2.0 / _fan_sum(w.shape))
    with torch.no_grad():
        if distribution == "normal":
            return w.normal_(0.0, std, generator=generator)
        bound = math.sqrt(3.0) * std  # U(-b, b) has the standard deviation b / √3
        return w.uniform_(-bound, bound, generator=generator)
