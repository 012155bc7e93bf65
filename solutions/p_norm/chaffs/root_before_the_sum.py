"""Takes the root of each power before it adds up, which undoes the power.
求和之前先开方，抵消了求幂。

Notes: S1 §31–32, norm | S1 第 31–32 节 norm
"""

import torch


def p_norm(x, p=2, dim=None, keepdim=False):
    if p <= 0:
        raise ValueError("p must be positive")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if dim is None:
        dim = tuple(range(x.dim()))
    size = x.abs()
    if p == float("inf"):
        return size.amax(dim, keepdim)
    return ((size**p) ** (1 / p)).sum(dim, keepdim)
