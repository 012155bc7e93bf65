"""Reference for p_norm."""

import math

import torch
from torch import Tensor

__all__ = ["p_norm"]


def p_norm(
    x: Tensor, p: float = 2, dim: int | tuple[int, ...] | None = None, keepdim: bool = False
) -> Tensor:
    """p-norm of ``x`` over ``dim`` (None: all axes); integers are computed in the default float dtype.

    Raises ValueError where ``p`` is not positive, IndexError where ``x`` has no such ``dim``.
    """
    if not p > 0:
        raise ValueError(f"p must be positive, not {p}")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    axes = tuple(range(x.dim())) if dim is None else dim
    sizes = x.abs()
    if math.isinf(p):
        return sizes.amax(axes, keepdim)
    return sizes.pow(p).sum(axes, keepdim).pow(1 / p)
