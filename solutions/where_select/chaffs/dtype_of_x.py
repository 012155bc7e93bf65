"""Gives the result the dtype of x, not the common dtype of both.
结果的 dtype 取自 x，而不是两者的公共 dtype。

Notes: S1 §14–15, dtypes; S1 §33 where | S1 第 14–15 节 张量数据类型；S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = x.dtype
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    out = y.to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
