"""Has no case for infinity: x to the power of ∞ is 0 or ∞, and its root 1.
没有单独处理无穷大：x 的 ∞ 次幂是 0 或 ∞，开方后是 1。

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
    return (size**p).sum(dim, keepdim) ** (1 / p)
