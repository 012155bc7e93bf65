"""Reference for stable_softmax."""

import torch
from torch import Tensor

__all__ = ["stable_softmax"]


def stable_softmax(x: Tensor, dim: int) -> Tensor:
    """Softmax of ``x`` along ``dim``; integers are computed in the default floating-point dtype.

    Raises IndexError where ``x`` has no such ``dim``.
    """
    if not -x.dim() <= dim < x.dim():
        raise IndexError(f"dim {dim} is outside [{-x.dim()}, {x.dim() - 1}]")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if x.size(dim) == 0:  # nothing has no maximum
        return torch.empty_like(x)
    weights = torch.exp(x - x.amax(dim, keepdim=True))  # at most 1, and 1 at least once
    return weights / weights.sum(dim, keepdim=True)
