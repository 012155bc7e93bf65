"""Calls index.long() without looking: a float index is cut down to integers.
不加检查就调用 index.long()：浮点下标被截成整数。

Notes: S1 §33, gather: what an index may be (the notes say LongTensor only) | S1 第 33 节，gather：index 可以是什么（笔记说只能是 LongTensor）
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
    index = index.long()
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
    return _pick(x, dim, index)
