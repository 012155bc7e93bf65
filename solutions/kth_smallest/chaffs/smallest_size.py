"""Sorts by size without sign.
按绝对值排序。

Notes: S1 §31–32, kthvalue | S1 第 31–32 节 kthvalue
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not 1 <= k <= x.shape[dim]:
        raise ValueError("k is out of range")
    indices = torch.argsort(x.abs(), dim=dim, stable=True)
    values = x.take_along_dim(indices, dim)
    values = values.narrow(dim, k - 1, 1)
    indices = indices.narrow(dim, k - 1, 1)
    if not keepdim:
        values, indices = values.squeeze(dim), indices.squeeze(dim)
    return values, indices
