"""Cuts the longer axis off at the shorter one's size, as zip does.
像 zip 那样，把较长的轴截断到较短的大小。

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


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    rank = max(a.dim(), b.dim())
    a = a.to(dtype)[(None,) * (rank - a.dim())]
    b = b.to(dtype)[(None,) * (rank - b.dim())]
    for axis in range(rank):
        m, n = a.shape[axis], b.shape[axis]
        if m > 1 and n > 1:
            a, b = a.narrow(axis, 0, min(m, n)), b.narrow(axis, 0, min(m, n))
    shape = _common_shape(a.shape, b.shape)
    return a.expand(shape) + b.expand(shape)
