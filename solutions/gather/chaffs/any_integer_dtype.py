"""Accepts every dtype that is not a float: bool, uint8, int8 and int16 as well.
凡不是浮点的 dtype 都接受：连 bool、uint8、int8、int16 也算。

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
    if index.dtype.is_floating_point:
        raise TypeError("index must be int32 or int64")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("dim out of range")
    dim = dim % x.dim()
    for i in range(x.dim()):
        if i != dim and index.size(i) > x.size(i):
            raise ValueError("index is longer than x on axis %d" % i)
    if ((index.long() < 0) | (index.long() >= x.size(dim))).any():
        raise IndexError("index out of range")
    return dim



def gather(x, dim, index):
    dim = _check(x, dim, index)
    return _pick(x, dim, index)
