"""Works on .data of both sides, so no gradient flows back.
在两边的 .data 上计算，梯度传不回去。

Notes: S1 §37–40, autograd; S1 §33 where | S1 第 37–40 节 自动求导；S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    x = x.data
    out = y.data.to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
