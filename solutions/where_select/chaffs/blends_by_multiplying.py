"""Computes cond·x + (not cond)·y: 0·NaN and 0·∞ are NaN.
计算 cond·x + (非 cond)·y：0·NaN 和 0·∞ 都是 NaN。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    return cond * x + ~cond * y
