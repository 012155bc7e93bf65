"""Sorts the places again: returns the rank of element k, not the place of the k-th.
对位置又排了一次序：返回的是第 k 个元素的名次，而不是第 k 小的位置。

Notes: S1 §31–32, kthvalue | S1 第 31–32 节 kthvalue
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not 1 <= k <= x.shape[dim]:
        raise ValueError("k is out of range")
    values, indices = torch.sort(x, dim=dim)
    values = values.narrow(dim, k - 1, 1)
    indices = indices.argsort(dim).narrow(dim, k - 1, 1)
    if not keepdim:
        values, indices = values.squeeze(dim), indices.squeeze(dim)
    return values, indices
