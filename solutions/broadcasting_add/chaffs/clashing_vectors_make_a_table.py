"""Makes a table of all sums out of two vectors of different lengths instead of refusing them.
两个长度不同的向量本应报错，却做成了两两相加的表。

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
    if a.dim() == b.dim() == 1 and a.numel() != b.numel():
        a = a.unsqueeze(1)
    shape = _common_shape(a.shape, b.shape)
    return a.expand(shape) + b.expand(shape)
