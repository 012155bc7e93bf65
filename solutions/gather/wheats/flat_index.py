"""Turns the picks into flat positions in row-major order and reads them with one index_select.
把要取的位置换算成行优先的一维位置，再用一次 index_select 读出来。
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


def _strides(shape):
    steps, step = [], 1
    for size in reversed(shape):
        steps.insert(0, step)
        step *= size
    return steps


def gather(x: torch.Tensor, dim: int, index: torch.Tensor) -> torch.Tensor:
    dim = _check(x, dim, index)
    flat = torch.zeros_like(index, dtype=torch.int64)
    for axis, step in enumerate(_strides(x.shape)):
        if axis == dim:
            flat = flat + index * step
        else:
            view = [1] * x.dim()
            view[axis] = index.size(axis)
            flat = flat + torch.arange(index.size(axis), device=x.device).view(view) * step
    return x.reshape(-1).index_select(0, flat.reshape(-1)).reshape(index.shape)
