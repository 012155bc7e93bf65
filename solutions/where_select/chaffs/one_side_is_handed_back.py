"""Returns x or y itself where all of the result comes from it.
结果全部取自一边时，直接返回了 x 或 y 本身。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    if cond.numel() and cond.all():
        return x.to(dtype)
    out = y.to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
