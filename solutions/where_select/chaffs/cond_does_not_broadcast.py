"""Broadcasts x and y only; the mask then has the wrong shape for indexing.
只广播 x 和 y；掩码的形状就不能作下标了。

Notes: S1 §24–26, broadcasting; S1 §33 where | S1 第 24–26 节 broadcast；S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = torch.result_type(x, y)
    x, y = torch.broadcast_tensors(x, y)
    out = y.to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
