"""Counts the other axes up to x's size instead of the index's; a shorter index no longer fits.
其余各维数到 x 的大小而不是 index 的大小；index 短一些就对不上了。

Notes: S1 §33, gather: the result has the shape of the index | S1 第 33 节，gather：结果的形状与 index 相同
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
    grids = []
    for i in range(x.dim()):
        if i == dim:
            grids.append(index.long())
        else:
            shape = [1] * x.dim()
            shape[i] = x.size(i)
            grids.append(torch.arange(x.size(i), device=x.device).reshape(shape))
    return x[tuple(grids)]
