"""Stretches only the smaller operand to the larger one's shape; (4, 1) with (1, 5) fails.
只把较小的操作数扩展成较大者的形状；(4, 1) 与 (1, 5) 就不行了。

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
    shape = _common_shape(a.shape, b.shape)
    # the one with more axes (or more elements) is the big one
    big = max(a, b, key=lambda x: (x.dim(), x.numel()))
    if tuple(big.shape) != shape:
        raise ValueError(f"cannot stretch to {tuple(big.shape)}")
    return a.to(dtype).expand_as(big) + b.to(dtype).expand_as(big)
