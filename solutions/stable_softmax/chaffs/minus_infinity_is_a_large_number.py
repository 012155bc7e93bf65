"""Replaces −inf by −10 000, which counts as much as a real −10 000.
把 −inf 换成 −10000，结果和真正的 −10000 一样有份额。

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
    x = torch.where(x == float('-inf'), -1e4, x)
    top = x.amax(dim=dim, keepdim=True)
    e = torch.exp(x - top)
    return e / e.sum(dim=dim, keepdim=True)
