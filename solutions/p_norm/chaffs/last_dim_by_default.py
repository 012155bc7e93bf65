"""Takes the last dim where dim is None.
dim 为 None 时取最后一维。

Notes: S1 §31–32: no dim means all | S1 第 31–32 节：不加dim参数，默认所有维度
"""

import torch


def p_norm(x, p=2, dim=None, keepdim=False):
    if p <= 0:
        raise ValueError("p must be positive")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if dim is None:
        dim = -1
    size = x.abs()
    if p == float("inf"):
        return size.amax(dim, keepdim)
    return (size**p).sum(dim, keepdim) ** (1 / p)
