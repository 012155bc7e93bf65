"""Takes y where cond is true and x where it is false.
cond 为真时取了 y，为假时取了 x。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    out = x.to(dtype).clone()
    out[cond] = y[cond].to(dtype)
    return out
