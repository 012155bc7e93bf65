"""Reshapes b to a's shape whenever they have equally many elements; [3, 1] + [3] is then a column.
只要元素个数相同就把 b reshape 成 a 的形状；[3, 1] + [3] 于是变成一列。

Notes: S1 §24–26, the matching rule | S1 第 24–26 节，匹配规则
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
    a, b = a.to(dtype), b.to(dtype)
    if a.numel() == b.numel():
        return a + b.reshape(a.shape)
    shape = _common_shape(a.shape, b.shape)
    return a.expand(shape) + b.expand(shape)
