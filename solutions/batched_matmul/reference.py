"""Reference for batched_matmul: the axes n, k, m side by side, multiplied and summed over k."""

import torch
from torch import Tensor

__all__ = ["batched_matmul"]


def batched_matmul(a: Tensor, b: Tensor) -> Tensor:
    """Matrix products of ``a`` [*, n, k] and ``b`` [*, k, m]; the leading axes broadcast.

    Raises ValueError where the shapes do not fit.
    """
    _check(a, b)
    return (a.unsqueeze(-1) * b.unsqueeze(-3)).sum(-2)


def _check(a: Tensor, b: Tensor) -> None:
    if min(a.dim(), b.dim()) < 2:
        raise ValueError(f"{a.dim()} and {b.dim()} axes: both need at least 2")
    if a.size(-1) != b.size(-2):
        raise ValueError(f"{a.size(-1)} columns meet {b.size(-2)} rows")
    try:
        torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except RuntimeError as error:
        raise ValueError(str(error)) from None
