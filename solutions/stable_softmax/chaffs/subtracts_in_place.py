"""Subtracts the maximum in place and so changes the caller's x.
用 -= 原地减去最大值，改动了调用者的 x。

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
    top = x.amax(dim=dim, keepdim=True)
    with torch.no_grad():
        x -= top
    e = torch.exp(x)
    return e / e.sum(dim=dim, keepdim=True)
