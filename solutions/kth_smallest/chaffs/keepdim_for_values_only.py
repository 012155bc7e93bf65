"""Keeps the dim of the values but not of the places.
值保留了该维，位置却没有。

Notes: S1 §31–32, keepdim | S1 第 31–32 节 keepdim
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not 1 <= k <= x.shape[dim]:
        raise ValueError("k is out of range")
    values, indices = torch.sort(x, dim=dim)
    values = values.narrow(dim, k - 1, 1)
    indices = indices.narrow(dim, k - 1, 1)
    indices = indices.squeeze(dim)
    if not keepdim:
        values = values.squeeze(dim)
    return values, indices
