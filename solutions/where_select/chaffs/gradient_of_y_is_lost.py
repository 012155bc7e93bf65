"""Starts from a detached copy of y, so y gets no gradient.
从 y 的 detach 副本出发，于是 y 没有梯度。

Notes: S1 §37–40, autograd; S1 §33 where | S1 第 37–40 节 自动求导；S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    out = y.detach().to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
