"""Subtracts the maximum only where it is positive: lines of large negative entries become 0/0.
最大值为正时才相减：全是很小的负数的组变成 0/0。

Notes: S1 §37–40, softmax | S1 第 37–40 节 softmax
"""

import torch


def stable_softmax(x, dim):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if x.numel() == 0:
        return x.clone()
    top = x.amax(dim=dim, keepdim=True).clamp(min=0)
    e = torch.exp(x - top)
    return e / e.sum(dim=dim, keepdim=True)
