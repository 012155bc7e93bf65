"""Fills an empty tensor from both sides with index_put.
用 index_put 从两边分别填满一个空张量。
"""

import torch


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError
    zero = torch.zeros((), dtype=x.dtype, device=x.device)
    shape = (cond.to(x.dtype) * zero + torch.zeros_like(x) + torch.zeros_like(y)).shape
    cond, a, b = cond.broadcast_to(shape), x.broadcast_to(shape), y.broadcast_to(shape)
    dtype = torch.result_type(x, y)
    out = torch.zeros(cond.numel(), dtype=dtype, device=x.device)
    out = out.index_put((cond.reshape(-1),), a.masked_select(cond).to(dtype))
    return out.index_put((cond.logical_not().reshape(-1),), b.masked_select(~cond).to(dtype)).reshape(shape)
