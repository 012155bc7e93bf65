"""Checks the last axis only, because that is where matching starts.
只检查最后一维，因为匹配是从那里开始的。

Notes: S1 §24–26, the matching rule | S1 第 24–26 节，匹配规则
"""

import torch


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    if a.dim() and b.dim():
        m, n = a.shape[-1], b.shape[-1]
        if m != n and m != 1 and n != 1:
            raise ValueError(f"the last axes do not fit: {m} and {n}")
    rank = max(a.dim(), b.dim())
    a = a.to(dtype).reshape((1,) * (rank - a.dim()) + tuple(a.shape))
    b = b.to(dtype).reshape((1,) * (rank - b.dim()) + tuple(b.shape))
    shape = [n if m == 1 else m for m, n in zip(a.shape, b.shape)]
    return a.expand(shape) + b.expand(shape)
