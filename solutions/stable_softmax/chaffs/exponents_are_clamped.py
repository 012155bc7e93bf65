"""Clamps x to ±80 against overflow: entries beyond all look the same.
为防溢出把 x 截断到 ±80：超出的元素就分不出大小了。

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
    e = torch.exp(x.clamp(-80, 80))
    return e / e.sum(dim=dim, keepdim=True)
