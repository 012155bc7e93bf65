"""Pads every shape to [B, C, H, W] and returns four axes, whatever came in.
把一切形状都补成 [B, C, H, W]，无论输入几维都返回 4 维。

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
    a = a.to(dtype)[(None,) * (4 - a.dim())]
    b = b.to(dtype)[(None,) * (4 - b.dim())]
    shape = _common_shape(a.shape, b.shape)
    return a.expand(shape) + b.expand(shape)
