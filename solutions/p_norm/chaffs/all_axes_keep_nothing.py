"""Flattens x where dim is None, so keepdim has nothing to keep.
dim 为 None 时把 x 展平，keepdim 就没有维可保留了。

Notes: S1 §31–32, norm with dim and keepdim | S1 第 31–32 节 norm 的 dim 与 keepdim
"""

import torch


def p_norm(x, p=2, dim=None, keepdim=False):
    if p <= 0:
        raise ValueError("p must be positive")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if dim is None:
        x, dim, keepdim = x.reshape(-1), 0, False
    size = x.abs()
    if p == float("inf"):
        return size.amax(dim, keepdim)
    return (size**p).sum(dim, keepdim) ** (1 / p)
