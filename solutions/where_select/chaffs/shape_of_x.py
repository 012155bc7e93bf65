"""Expands cond and y to the shape of x; a smaller x is an error.
把 cond 和 y 扩展成 x 的形状；x 较小时就出错。

Notes: S1 §24–26, broadcasting; S1 §33 where | S1 第 24–26 节 broadcast；S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = torch.result_type(x, y)
    cond, x, y = (cond.expand(x.shape), x, y.expand(x.shape))
    out = y.to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
