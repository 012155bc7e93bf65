"""Loops over every element of the index and picks them one by one.
遍历 index 的每个元素，一个一个地取。

Notes: S0, torch.gather: any order, repeats allowed | S0 torch.gather：顺序任意，可以重复
Equals: one_row_at_a_time
"""

import itertools

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
    if index.numel() == 0:
        return x.new_empty(index.shape)
    picked = []
    for place in itertools.product(*[range(size) for size in index.shape]):
        source = list(place)
        source[dim] = int(index[place])
        picked.append(x[tuple(source)])
    return torch.stack(picked).reshape(index.shape)
