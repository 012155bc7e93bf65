"""Reference for kaiming_init."""

import math

import torch
from torch import Tensor

__all__ = ["kaiming_init"]


def _fan(shape: torch.Size, mode: str) -> int:
    """Return fan_in or fan_out of a weight: each counts every position of the kernel."""
    outputs, inputs, *kernel = shape
    return (inputs if mode == "fan_in" else outputs) * math.prod(kernel)


def kaiming_init(
    w: Tensor,
    a: float = 0.0,
    mode: str = "fan_in",
    distribution: str = "normal",
    generator: torch.Generator | None = None,
) -> Tensor:
    """Fill ``w`` (at least 2 dimensions, floating point) in place with Kaiming values and return it.

    Raises ValueError for fewer than 2 dimensions, an unknown ``mode`` and an unknown ``distribution``.
    """
    if w.ndim < 2:
        raise ValueError(f"a weight has at least 2 dimensions, this one has {w.ndim}")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"unknown mode {mode!r}")
    if distribution not in ("normal", "uniform"):
        raise ValueError(f"unknown distribution {distribution!r}")
    std = math.sqrt(2.0 / ((1.0 + a**2) * _fan(w.shape, mode)))
    with torch.no_grad():
        if distribution == "normal":
            return w.normal_(0.0, std, generator=generator)
        bound = math.sqrt(3.0) * std  # U(-b, b) has the standard deviation b / √3
        return w.uniform_(-bound, bound, generator=generator)
