"""Moves dim to the end, flattens the rest into rows, and indexes rows against columns.
把 dim 移到最后，其余各维压成行，再用行号对列号取值。
"""

from math import prod

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
    order = [axis for axis in range(x.dim()) if axis != dim] + [dim]
    back = sorted(range(x.dim()), key=lambda i: order[i])
    wanted = index.permute(order).to(torch.int64)
    kept = [slice(0, size) for size in wanted.shape[:-1]]
    table = x.permute(order)[tuple(kept)]
    rows = prod(wanted.shape[:-1])  # not -1: a shape may contain a 0
    table = table.reshape(rows, x.size(dim))
    columns = wanted.reshape(rows, wanted.size(-1))
    numbers = torch.arange(rows, device=x.device).unsqueeze(1)
    return table[numbers, columns].reshape(wanted.shape).permute(back)
