"""Cuts an index that is too long on another axis down to x's size instead of refusing it.
index 在其他维上过长时，把它截到 x 的大小，而不是报错。

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
            index = index.narrow(i, 0, x.size(i))
    if index.numel() and (index.min() < 0 or index.max() >= x.size(dim)):
        raise IndexError("index out of range")
    return dim, index



def gather(x, dim, index):
    dim, index = _check(x, dim, index)
    return _pick(x, dim, index)
