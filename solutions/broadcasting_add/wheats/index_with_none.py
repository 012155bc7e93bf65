"""Adds the missing axes by indexing with None, then expands both operands.
用 None 下标补上缺少的轴，再把两个操作数扩展开。
"""

import torch


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    rank = max(a.ndim, b.ndim)
    a = a[(None,) * (rank - a.ndim)].to(dtype)
    b = b[(None,) * (rank - b.ndim)].to(dtype)
    shape = []
    for m, n in zip(a.shape, b.shape):
        if m != n and 1 not in (m, n):
            raise ValueError(f"cannot add {tuple(a.shape)} and {tuple(b.shape)}")
        shape.append(n if m == 1 else m)
    return torch.add(a.expand(shape), b.expand(shape))
