"""Repeats an axis of size 2 to meet 4: any divisor counts as a fit.
把大小为 2 的轴重复到 4：以为能整除就算匹配。

Notes: S1 §24–26, the worked cases | S1 第 24–26 节，具体案例分析
"""

import torch


def _common_shape(s, t):
    rank = max(len(s), len(t))
    s = (1,) * (rank - len(s)) + tuple(s)
    t = (1,) * (rank - len(t)) + tuple(t)
    out = []
    for m, n in zip(s, t):
        if m != n and m != 1 and n != 1:
            raise ValueError(f"sizes {m} and {n} do not fit")
        out.append(n if m == 1 else m)
    return tuple(out)


def _tile(x, sizes):
    """Repeat x along every axis where its size divides the wanted one."""
    for axis, size in enumerate(sizes):
        if x.shape[axis] > 1 and size % x.shape[axis] == 0 and size > x.shape[axis]:
            x = torch.cat([x] * (size // x.shape[axis]), dim=axis)
    return x


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    rank = max(a.dim(), b.dim())
    a = a.to(dtype)[(None,) * (rank - a.dim())]
    b = b.to(dtype)[(None,) * (rank - b.dim())]
    a, b = _tile(a, b.shape), _tile(b, a.shape)
    shape = _common_shape(a.shape, b.shape)
    return a.expand(shape) + b.expand(shape)
