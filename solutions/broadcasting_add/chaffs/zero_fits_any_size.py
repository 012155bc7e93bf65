"""Believes that a size of 0 matches every size, and answers with an empty sum instead of an error.
以为大小 0 与任何大小都匹配，该报错时却返回空的和。

Notes: S1 §24–26, conditions of use (the notes' “0, 1 or equal”) | S1 第 24–26 节，使用条件（笔记写的“0、1 或相同”）
"""

import torch


def _common(m, n):
    if m == 0 or n == 0:
        return 0
    if m == n or n == 1:
        return m
    if m == 1:
        return n
    raise ValueError(f"sizes {m} and {n} do not fit")


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    rank = max(a.dim(), b.dim())
    s = (1,) * (rank - a.dim()) + tuple(a.shape)
    t = (1,) * (rank - b.dim()) + tuple(b.shape)
    shape = tuple(_common(m, n) for m, n in zip(s, t))
    if 0 in shape:
        return torch.empty(shape, dtype=dtype, device=a.device)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)
