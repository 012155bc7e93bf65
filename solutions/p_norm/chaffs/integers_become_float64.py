"""Computes integers in float64 instead of the default dtype.
整数按 float64 计算，而不是默认 dtype。

Notes: S1 §14–15, dtypes; S1 §31–32 | S1 第 14–15 节 张量数据类型；S1 第 31–32 节
"""

import torch


def p_norm(x, p=2, dim=None, keepdim=False):
    if p <= 0:
        raise ValueError("p must be positive")
    if not x.is_floating_point():
        x = x.double()
    if dim is None:
        dim = tuple(range(x.dim()))
    size = x.abs()
    if p == float("inf"):
        return size.amax(dim, keepdim)
    return (size**p).sum(dim, keepdim) ** (1 / p)
