"""Reverses the axes, aligns on the left, adds, and reverses the axes of the sum (not contiguous).
先把轴反过来，改成左对齐，相加后再把和的轴反回去（结果不连续）。
"""

import torch


def _reversed(x):
    return x.permute(*range(x.dim() - 1, -1, -1)) if x.dim() else x


def _size(m, n):
    low, high = sorted((m, n))
    if low == 1:
        return high
    if low == 0 and high == 1:
        return 0
    if low != high:
        raise ValueError(f"{m} is neither {n} nor 1")
    return low


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    a, b = _reversed(a.to(dtype)), _reversed(b.to(dtype))
    rank = max(a.dim(), b.dim())
    a = a[(...,) + (None,) * (rank - a.dim())]
    b = b[(...,) + (None,) * (rank - b.dim())]
    shape = [_size(m, n) for m, n in zip(a.shape, b.shape)]
    return _reversed(a.expand(shape) + b.expand(shape))
