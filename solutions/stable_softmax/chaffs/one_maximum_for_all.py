"""Subtracts the largest entry of the whole tensor: lines far below it become 0/0.
减去整个张量的最大值：远低于它的组变成 0/0。

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
    top = x.max()
    e = torch.exp(x - top)
    return e / e.sum(dim=dim, keepdim=True)
