"""Computes in floating point: sums of integers and bools come back as float32.
一律用浮点数计算：整数与布尔之和变成了 float32。

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
    if not dtype.is_floating_point:
        dtype = torch.get_default_dtype()
    shape = _common_shape(a.shape, b.shape)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)
