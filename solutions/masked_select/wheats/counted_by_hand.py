"""Finds the common shape with integers, and the places by sorting; no broadcasting function at all.
用整数求公共形状，用排序求位置；完全不用广播函数。
"""

import torch


def _shape(s, t):
    size = max(len(s), len(t))
    s, t = (1,) * (size - len(s)) + tuple(s), (1,) * (size - len(t)) + tuple(t)
    for m, n in zip(s, t):
        if m != n and m != 1 and n != 1:
            raise ValueError(f"{m} does not meet {n}")
    return [n if m == 1 else m for m, n in zip(s, t)]


def masked_select(x, mask):
    if mask.dtype != torch.bool:
        raise TypeError(mask.dtype)
    shape = _shape(x.shape, mask.shape)
    values, marks = x.expand(shape).flatten(), mask.expand(shape).flatten()
    # a stable sort keeps the true ones in order at the front
    order = torch.argsort((~marks).to(torch.uint8), stable=True)
    return values[order[: int(marks.sum())]]
