"""Works on x.detach(), so no gradient flows back.
在 x.detach() 上计算，梯度传不回去。

Notes: S1 §37–40, autograd | S1 第 37–40 节 自动求导
"""

import torch


def stable_softmax(x, dim):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if x.numel() == 0:
        return x.clone()
    x = x.detach()
    top = x.amax(dim=dim, keepdim=True)
    e = torch.exp(x - top)
    return e / e.sum(dim=dim, keepdim=True)
