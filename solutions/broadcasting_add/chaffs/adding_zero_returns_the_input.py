"""Skips the addition when b is all zeros and hands a itself (or a view of it) back.
b 全为 0 时跳过加法，直接把 a（或它的视图）交回去。

Notes: S1 §24–26, memory; broadcasting copies nothing | S1 第 24–26 节，内存；广播不复制数据
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
    if not b.any() and not b.requires_grad:
        return a.to(dtype).expand(shape)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)
