"""For infinity takes the largest element, not the largest size.
无穷范数取了最大的元素，而不是最大的绝对值。

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
        return x.amax(dim, keepdim)
    return (size**p).sum(dim, keepdim) ** (1 / p)
