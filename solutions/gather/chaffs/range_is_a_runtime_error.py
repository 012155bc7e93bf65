"""Raises RuntimeError for an index out of range, as torch.gather does, instead of IndexError.
下标越界时像 torch.gather 那样抛 RuntimeError，而不是 IndexError。

Notes: S0, torch.gather: the index is free, but never negative | S0 torch.gather：下标可以任意安排，但不能为负
"""

import torch


def _pick(x, dim, index):
    grids = []
    for i, size in enumerate(index.shape):
        if i == dim:
            grids.append(index.long())
        else:
            shape = [1] * index.dim()
            shape[i] = size
            grids.append(torch.arange(size, device=index.device).reshape(shape))
    return x[tuple(grids)]


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
        raise RuntimeError("index out of range")
    return dim



def gather(x, dim, index):
    dim = _check(x, dim, index)
    return _pick(x, dim, index)
