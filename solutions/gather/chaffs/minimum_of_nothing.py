"""Checks the range with index.min(), which fails for an empty index.
用 index.min() 检查范围，而空的 index 没有最小值。

Notes: S1 §33, gather: the result has the shape of the index | S1 第 33 节，gather：结果的形状与 index 相同
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
    if index.min() < 0 or index.max() >= x.size(dim):
        raise IndexError("index out of range")
    return dim



def gather(x, dim, index):
    dim = _check(x, dim, index)
    return _pick(x, dim, index)
