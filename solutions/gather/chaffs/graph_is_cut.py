"""Copies the values into a new tensor with tolist, so that no gradient comes back.
用 tolist 把数值抄进新张量，梯度就传不回来了。

Notes: S0, torch.gather: any order, repeats allowed | S0 torch.gather：顺序任意，可以重复
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


def gather(x, dim, index):
    dim = _check(x, dim, index)
    values = _pick(x, dim, index).tolist()
    return torch.tensor(values, dtype=x.dtype, device=x.device).reshape(index.shape)
