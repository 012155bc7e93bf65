"""Writes 1 − cond for “not cond”, which torch refuses for bool tensors.
用 1 − cond 表示“非”，而 torch 不允许对 bool 张量做减法。

Notes: S1 §14–15, dtypes; S1 §33 where | S1 第 14–15 节 张量数据类型；S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    return cond * x + (1 - cond) * y
