"""Reports a condition of the wrong dtype as a ValueError; it is a TypeError.
把条件的 dtype 错误报成 ValueError；应当是 TypeError。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise ValueError("cond must be bool")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    out = y.to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
