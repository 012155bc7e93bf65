"""Works on .data, so that no gradient reaches either operand.
直接在 .data 上计算，两个操作数都得不到梯度。

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
    shape = _common_shape(a.shape, b.shape)
    a, b = a.data.to(dtype), b.data.to(dtype)
    return a.expand(shape) + b.expand(shape)
