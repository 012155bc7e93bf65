"""Turns the caller's index into flat positions in place.
在原地把调用者的 index 改成了一维位置。

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
    flat = index if index.is_contiguous() and index.dtype == torch.int64 else index.long().clone()
    step = 1
    for size in x.shape[dim + 1 :]:
        step *= size
    flat *= step
    for axis in range(x.dim()):
        if axis != dim:
            view = [1] * x.dim()
            view[axis] = index.size(axis)
            step = 1
            for size in x.shape[axis + 1 :]:
                step *= size
            flat += torch.arange(index.size(axis), device=x.device).reshape(view) * step
    return x.reshape(-1)[flat]
