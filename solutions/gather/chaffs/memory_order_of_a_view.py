"""Multiplies by x.stride() but reads x.reshape(-1): right only while x is contiguous.
乘的是 x.stride()，读的却是 x.reshape(-1)：只有 x 连续时才对。

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
    flat = torch.zeros(index.shape, dtype=torch.int64, device=x.device)
    for axis, step in enumerate(x.stride()):
        if axis == dim:
            flat = flat + index * step
        else:
            view = [1] * x.dim()
            view[axis] = index.size(axis)
            flat = flat + torch.arange(index.size(axis), device=x.device).reshape(view) * step
    return x.reshape(-1)[flat.clamp(max=max(x.numel() - 1, 0))]
