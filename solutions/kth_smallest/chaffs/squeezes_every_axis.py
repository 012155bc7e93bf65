"""Squeezes all axes of size 1.
去掉了所有大小为 1 的维。

Notes: S1 §20–23, squeeze | S1 第 20–23 节 squeeze
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
    if not keepdim:
        values, indices = values.squeeze(), indices.squeeze()
    return values, indices
