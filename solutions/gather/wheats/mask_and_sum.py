"""Compares index with every position at once and sums x where they agree (where, so that NaN stays put).
把 index 与所有位置一次比较，只在相等处对 x 求和（用 where，NaN 就不会扩散）。
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
    hit = wanted.unsqueeze(-1) == torch.arange(rows.size(-1), device=x.device)
    zero = torch.zeros((), dtype=x.dtype, device=x.device)
    picked = torch.where(hit, rows.unsqueeze(-2), zero).sum(-1)
    return picked.movedim(-1, dim)
