"""Reference for kth_smallest."""

import torch
from torch import Tensor

__all__ = ["kth_smallest"]


def kth_smallest(x: Tensor, k: int, dim: int = -1, keepdim: bool = False) -> tuple[Tensor, Tensor]:
    """k-th smallest values (k from 1) of ``x`` along ``dim``, and their places.

    Raises ValueError where ``k`` is out of range, IndexError where ``x`` has no such ``dim``.
    """
    if not -x.dim() <= dim < x.dim():
        raise IndexError(f"dim {dim} is outside [{-x.dim()}, {x.dim() - 1}]")
    if not 1 <= k <= x.size(dim):
        raise ValueError(f"k = {k} is outside [1, {x.size(dim)}]")
    values, places = (part.select(dim, k - 1) for part in torch.sort(x, dim))
    if keepdim:
        values, places = values.unsqueeze(dim), places.unsqueeze(dim)
    return values.clone(), places.clone()
