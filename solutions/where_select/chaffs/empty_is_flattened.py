"""Returns an empty vector whenever there is nothing to choose.
没有元素可选时，一律返回空向量。

Notes: S1 §33, where | S1 第 33 节 where
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("cond must be bool")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    if cond.numel() == 0:
        return torch.empty(0, dtype=dtype)
    out = y.to(dtype).clone()
    out[cond] = x[cond].to(dtype)
    return out
