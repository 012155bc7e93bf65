"""Stacks y and x and gathers with cond as the index 0 or 1.
把 y 和 x 叠起来，用 cond 当作 0/1 下标去 gather。
"""

import torch


def where_select(cond, x, y):
    if cond.dtype is not torch.bool:
        raise TypeError(f"{cond.dtype} is not bool")
    dtype = torch.promote_types(x.dtype, y.dtype) if x.dim() and y.dim() else torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x.to(dtype), y.to(dtype))
    both = torch.stack((y, x), dim=-1)
    return both.gather(-1, cond.long().unsqueeze(-1)).squeeze(-1)
