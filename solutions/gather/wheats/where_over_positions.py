"""Loops over the positions of dim and keeps, with where, what each of them contributes.
遍历 dim 上的每个位置，用 where 留下它贡献的元素。
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
    result = torch.zeros(index.shape, dtype=x.dtype, device=x.device)
    for position in range(x.size(dim)):
        candidates = x.narrow(dim, position, 1).expand(index.shape)
        result = torch.where(index == position, candidates, result)
    return result
