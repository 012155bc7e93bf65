"""Computes on x.detach().
在 x.detach() 上计算。

Notes: S1 §37–40, autograd | S1 第 37–40 节 自动求导
"""

import torch


def p_norm(x, p=2, dim=None, keepdim=False):
    if p <= 0:
        raise ValueError("p must be positive")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if dim is None:
        dim = tuple(range(x.dim()))
    size = x.detach().abs()
    if p == float("inf"):
        return size.amax(dim, keepdim)
    return (size**p).sum(dim, keepdim) ** (1 / p)
