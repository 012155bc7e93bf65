"""Replaces infinity by p = 100, which is near but not it.
用 p = 100 代替无穷大，接近但不相等。

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
        top = size.amax(dim, True).clamp(min=1e-300)
        out = ((size / top) ** 100).sum(dim, True) ** 0.01 * top
        return out if keepdim else out.squeeze(dim)
    return (size**p).sum(dim, keepdim) ** (1 / p)
