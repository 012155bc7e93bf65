"""Reference for where_select: a copy of y, with the chosen elements of x written into it."""

import torch
from torch import Tensor

__all__ = ["where_select"]


def where_select(cond: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """Return ``x`` where ``cond`` is true and ``y`` elsewhere; all three broadcast.

    The dtype is ``torch.result_type(x, y)``. Raises TypeError where ``cond`` is not bool.
    """
    if cond.dtype != torch.bool:
        raise TypeError(f"cond must be bool, not {cond.dtype}")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    out = y.to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
