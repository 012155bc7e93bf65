"""Squeezes the sum: axes of size 1 vanish from the result.
对和做了 squeeze：结果里大小为 1 的轴都不见了。

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
    shape = _common_shape(a.shape, b.shape)
    return (a.to(dtype).expand(shape) + b.to(dtype).expand(shape)).squeeze()
