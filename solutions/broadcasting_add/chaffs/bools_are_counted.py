"""Counts bools: True + True gives the integer 2 instead of the bool True.
把布尔当整数计数：True + True 得到整数 2 而不是布尔 True。

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
    if dtype == torch.bool:
        dtype = torch.int64
    shape = _common_shape(a.shape, b.shape)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)
