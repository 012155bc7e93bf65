"""Forgets the absolute value: for odd p negatives are subtracted, for others they are NaN.
忘了取绝对值：p 为奇数时负数被减掉，其他情形得到 NaN。

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
    size = x.clone()
    if p == float("inf"):
        return size.amax(dim, keepdim)
    return (size**p).sum(dim, keepdim) ** (1 / p)
