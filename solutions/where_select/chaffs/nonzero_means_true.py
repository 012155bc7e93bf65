"""Converts any condition with .bool() instead of refusing it.
对任何 dtype 的条件都用 .bool() 转换，而不是拒绝。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    cond = cond.bool()
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    out = y.to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
