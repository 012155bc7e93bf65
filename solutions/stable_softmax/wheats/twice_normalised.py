"""Shifts by the maximum twice and divides in two steps; handles empties by a guarded maximum.
减两次最大值、分两步相除；用带保护的最大值处理空张量。
"""

import torch


def _top(x, dim):
    if x.shape[dim] == 0:
        return torch.zeros(1, dtype=x.dtype, device=x.device)
    return torch.max(x, dim=dim, keepdim=True).values


def stable_softmax(x, dim):
    y = x if x.is_floating_point() else x + torch.zeros((), device=x.device)
    if x.dim() <= dim or dim + x.dim() < 0:
        raise IndexError("dim")
    y = y - _top(y, dim)
    y = y - _top(y, dim)
    y = torch.pow(torch.e, y)
    total = torch.sum(y, dim=dim, keepdim=True)
    half = total.sqrt()
    return y / half / half
