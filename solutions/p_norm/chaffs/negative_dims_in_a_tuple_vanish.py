"""Drops the negative dims of a tuple.
丢掉了元组里的负数 dim。

Notes: S1 §31–32, norm with dim and keepdim | S1 第 31–32 节 norm 的 dim 与 keepdim
"""

import torch


def p_norm(x, p=2, dim=None, keepdim=False):
    if p <= 0:
        raise ValueError("p must be positive")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if dim is None:
        dim = tuple(range(x.dim()))
    if isinstance(dim, tuple) and min(dim, default=0) >= -x.dim():
        dim = tuple(d for d in dim if d >= 0)
    size = x.abs()
    if p == float("inf"):
        return size.amax(dim, keepdim)
    return (size**p).sum(dim, keepdim) ** (1 / p)
