"""Removes duplicates before it counts.
计数之前去掉了重复的元素。

Notes: S1 §31–32, kthvalue | S1 第 31–32 节 kthvalue
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not 1 <= k <= x.shape[dim]:
        raise ValueError("k is out of range")
    values, indices = torch.sort(x, dim=dim)
    lines = values.movedim(dim, -1)
    again = torch.zeros_like(lines, dtype=torch.bool)
    again[..., 1:] = lines[..., 1:] == lines[..., :-1]
    order = torch.sort(again.long(), dim=-1, stable=True)[1]
    values = lines.take_along_dim(order, -1).movedim(-1, dim)
    values = values.narrow(dim, k - 1, 1)
    indices = indices.narrow(dim, k - 1, 1)
    if not keepdim:
        values, indices = values.squeeze(dim), indices.squeeze(dim)
    return values, indices
