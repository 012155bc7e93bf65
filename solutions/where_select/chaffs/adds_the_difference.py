"""Computes y + cond·(x − y): NaN leaks from both sides, and a chosen ∞ meets its like.
计算 y + cond·(x − y)：两边的 NaN 都会漏出来，无穷大相减也成了 NaN。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    return y + cond * (x - y)
