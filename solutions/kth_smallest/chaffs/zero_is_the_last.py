"""Does not check k below 1: 0 wraps around to the largest.
没有检查小于 1 的 k：0 绕回到最大的元素。

Notes: S1 §31–32, kthvalue | S1 第 31–32 节 kthvalue
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not -x.shape[dim] < k <= x.shape[dim] or x.shape[dim] == 0:
        raise ValueError("k is out of range")
    values, indices = torch.sort(x, dim=dim)
    values = values.narrow(dim, (k - 1) % x.shape[dim], 1)
    indices = indices.narrow(dim, (k - 1) % x.shape[dim], 1)
    if not keepdim:
        values, indices = values.squeeze(dim), indices.squeeze(dim)
    return values, indices
