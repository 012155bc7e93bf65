"""Adds in place where a already has the result's shape, and so changes a.
a 已是结果形状时就原地相加，把 a 改掉了。

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
    left, right = a.to(dtype), b.to(dtype).expand(shape)
    if tuple(a.shape) == shape and a.is_contiguous() and not a.requires_grad:
        left += right
        return left
    return left.expand(shape) + right
