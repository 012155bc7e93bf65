"""Multiplies x by one-hot rows and sums: 0 times NaN is NaN, so NaN spreads.
用 one-hot 乘 x 再求和：0 乘 NaN 还是 NaN，于是 NaN 扩散开来。

Notes: S1 §33, gather: the formula for each dim | S1 第 33 节，gather 各维的公式
"""

import torch


def _check(x, dim, index):
    if x.dim() == 0 or x.dim() != index.dim():
        raise ValueError("x and index need the same number of axes, at least one")
    if index.dtype not in (torch.int32, torch.int64):
        raise TypeError("index must be int32 or int64")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("dim out of range")
    dim = dim % x.dim()
    for i in range(x.dim()):
        if i != dim and index.size(i) > x.size(i):
            raise ValueError("index is longer than x on axis %d" % i)
    if index.numel() and (index.min() < 0 or index.max() >= x.size(dim)):
        raise IndexError("index out of range")
    return dim


def gather(x, dim, index):
    dim = _check(x, dim, index)
    rows = x.movedim(dim, -1)
    wanted = index.movedim(dim, -1)
    rows = rows[tuple(slice(size) for size in wanted.shape[:-1])]
    one_hot = wanted.unsqueeze(-1) == torch.arange(rows.size(-1), device=x.device)
    return (one_hot.to(x.dtype) * rows.unsqueeze(-2)).sum(-1).movedim(-1, dim)
