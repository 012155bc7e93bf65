"""Aligns the shapes on the left: missing axes are appended at the end.
把形状靠左对齐：缺少的轴补在了末尾。

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
    while a.dim() < b.dim():
        a = a.unsqueeze(-1)
    while b.dim() < a.dim():
        b = b.unsqueeze(-1)
    shape = _common_shape(a.shape, b.shape)
    return a.expand(shape) + b.expand(shape)
