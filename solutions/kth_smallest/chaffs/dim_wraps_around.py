"""Takes dim modulo the number of axes.
把 dim 对维数取模。

Notes: S1 §31–32, kthvalue | S1 第 31–32 节 kthvalue
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    dim = dim % x.dim()
    if not 1 <= k <= x.shape[dim]:
        raise ValueError("k is out of range")
    values, indices = torch.sort(x, dim=dim)
    values = values.narrow(dim, k - 1, 1)
    indices = indices.narrow(dim, k - 1, 1)
    if not keepdim:
        values, indices = values.squeeze(dim), indices.squeeze(dim)
    return values, indices
