"""Takes the square root whatever p is.
不管 p 是多少，都开平方。

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
    return (size**p).sum(dim, keepdim) ** 0.5
