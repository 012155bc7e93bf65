"""Sums without keepdim: the sums broadcast against the wrong axis or do not fit.
求和时没写 keepdim：和被广播到错误的维上，或者形状不符。

Notes: S1 §31–32, keepdim | S1 第 31–32 节 keepdim
"""

import torch


def stable_softmax(x, dim):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if x.numel() == 0:
        return x.clone()
    top = x.amax(dim=dim, keepdim=True)
    e = torch.exp(x - top)
    return e / e.sum(dim=dim)
