"""Adds leading axes to whichever of x and index has fewer, instead of refusing.
给维数较少的一方补上前导轴，而不是报错。

Notes: S1 §33, gather: the label look-up expands the labels first | S1 第 33 节，gather：查标签时先 expand
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
    if x.dim() == 0:
        raise ValueError("x needs at least one axis")
    while index.dim() < x.dim():
        index = index.unsqueeze(0)
    while x.dim() < index.dim():
        x = x.unsqueeze(0)
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
    return x, dim, index



def gather(x, dim, index):
    x, dim, index = _check(x, dim, index)
    return _pick(x, dim, index)
