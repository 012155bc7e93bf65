"""Takes the shape of a as the result's shape: only b is ever stretched.
把 a 的形状当作结果的形状：只会扩展 b。

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
    if _common_shape(a.shape, b.shape) != tuple(a.shape):
        raise ValueError("b does not fit into a")
    return a.to(dtype) + b.to(dtype).expand_as(a)
