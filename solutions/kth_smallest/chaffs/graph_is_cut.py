"""Sorts x.detach().
对 x.detach() 排序。

Notes: S1 §37–40, autograd | S1 第 37–40 节 自动求导
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not 1 <= k <= x.shape[dim]:
        raise ValueError("k is out of range")
    values, indices = torch.sort(x.detach(), dim=dim)
    values = values.narrow(dim, k - 1, 1)
    indices = indices.narrow(dim, k - 1, 1)
    if not keepdim:
        values, indices = values.squeeze(dim), indices.squeeze(dim)
    return values, indices
