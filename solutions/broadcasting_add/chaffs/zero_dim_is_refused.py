"""Believes that a 0-d tensor has no axis to broadcast and refuses it.
以为 0 维张量没有轴可以广播，直接拒绝。

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
    if a.dim() == 0 or b.dim() == 0:
        raise ValueError("need at least one axis")
    dtype = torch.result_type(a, b)
    shape = _common_shape(a.shape, b.shape)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)
