"""Puts x[i][j] at the place the index names instead of reading from there.
把 x[i][j] 写到下标所指的位置，而不是从那里读。

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
    for axis, size in enumerate(index.shape):
        x = x.narrow(axis, 0, min(size, x.size(axis)))
    source = torch.zeros(index.shape, dtype=x.dtype, device=x.device)
    source[tuple(slice(size) for size in x.shape)] = x
    wanted = index.long().clamp(max=max(index.size(dim) - 1, 0))
    return torch.zeros_like(source).scatter(dim, wanted, source)
