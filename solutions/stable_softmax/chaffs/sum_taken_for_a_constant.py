"""Detaches the denominator: each output then depends on its own input only.
把分母 detach 掉：每个输出就只依赖自己的输入了。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
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
    return e / e.sum(dim=dim, keepdim=True).detach()
