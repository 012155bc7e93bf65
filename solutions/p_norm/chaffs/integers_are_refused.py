"""Leaves integers to torch, whose roots of integers are truncated or refused by pow.
整数直接交给 torch 计算，结果 dtype 随 p 变化。

Notes: S1 §14–15, dtypes; S1 §31–32 | S1 第 14–15 节 张量数据类型；S1 第 31–32 节
"""

import torch


def p_norm(x, p=2, dim=None, keepdim=False):
    if p <= 0:
        raise ValueError("p must be positive")
    if dim is None:
        dim = tuple(range(x.dim()))
    size = x.abs()
    if p == float("inf"):
        return size.amax(dim, keepdim)
    return (size**p).sum(dim, keepdim) ** (1 / p)
