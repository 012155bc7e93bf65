"""Folds logaddexp over the slices along dim.
沿 dim 逐片用 logaddexp 累加。
"""

from functools import reduce

import torch


def stable_softmax(x, dim):
    if dim >= x.dim() or dim < -x.dim():
        raise IndexError(f"{dim=} for {x.dim()} axes")
    if not torch.is_floating_point(x):
        x = x.to(dtype=torch.get_default_dtype())
    if x.numel() == 0:
        return torch.empty(x.shape, dtype=x.dtype, device=x.device)
    total = reduce(torch.logaddexp, x.unbind(dim))
    return torch.exp(x - total.unsqueeze(dim))
