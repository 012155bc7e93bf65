"""Treats an axis of size 0 as if it were missing: there the other tensor is returned as it is.
把大小为 0 的轴当成缺失的轴：此时原样返回另一个张量的值。

Notes: S1 §24–26, conditions of use (the notes' “0, 1 or equal”) | S1 第 24–26 节，使用条件（笔记写的“0、1 或相同”）
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
    if a.numel() == 0 and b.numel() > 0:
        a = a.new_zeros(())
    if b.numel() == 0 and a.numel() > 0:
        b = b.new_zeros(())
    shape = _common_shape(a.shape, b.shape)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)
