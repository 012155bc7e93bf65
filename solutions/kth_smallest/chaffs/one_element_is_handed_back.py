"""Returns a view of x where the dim has one element.
该维只有一个元素时，返回了 x 的视图。

Notes: S1 §31–32, kthvalue | S1 第 31–32 节 kthvalue
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not 1 <= k <= x.shape[dim]:
        raise ValueError("k is out of range")
    if x.shape[dim] == 1:
        places = torch.zeros_like(x, dtype=torch.long)
        return (x, places) if keepdim else (x.squeeze(dim), places.squeeze(dim))
    values, indices = torch.sort(x, dim=dim)
    values = values.narrow(dim, k - 1, 1)
    indices = indices.narrow(dim, k - 1, 1)
    if not keepdim:
        values, indices = values.squeeze(dim), indices.squeeze(dim)
    return values, indices
