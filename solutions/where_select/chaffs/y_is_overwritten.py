"""Writes the elements of x into the caller's y where the shapes allow it.
形状允许时，直接把 x 的元素写进了调用者的 y。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    y0 = y
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    out = y.to(dtype)
    if out.shape != y0.shape:
        out = out.clone()
    with torch.no_grad():
        out[cond] = x[cond].to(dtype)
    return out
