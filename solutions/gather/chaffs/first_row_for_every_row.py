"""Reads the first row of the index and applies it to every row, as index_select does.
只读 index 的第一行并用于所有行，就像 index_select 那样。

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
        if axis != dim:
            x = x.narrow(axis, 0, size)
    if index.numel() == 0:
        return x.new_empty(index.shape)
    first = index.movedim(dim, -1).reshape(-1, index.size(dim))[0]
    return x.index_select(dim, first)
