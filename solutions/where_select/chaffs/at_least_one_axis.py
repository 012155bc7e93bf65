"""Turns 0-d tensors into vectors of one element.
把 0 维张量变成了一个元素的向量。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    cond, x, y = torch.atleast_1d(cond, x, y)
    out = y.to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
