"""Inserts one leading axis where one is missing, but never two.
缺一根前导轴会补，缺两根就不会补。

Notes: S1 §24–26, unsqueeze and expand | S1 第 24–26 节，unsqueeze 与 expand
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
    if a.dim() < b.dim():
        a = a.unsqueeze(0)
    elif b.dim() < a.dim():
        b = b.unsqueeze(0)
    if a.dim() != b.dim():
        raise ValueError("the ranks do not match")
    shape = _common_shape(a.shape, b.shape)
    return a.expand(shape) + b.expand(shape)
