"""Takes max(m, n) as the common size, so an empty axis against 1 becomes 1.
用 max(m, n) 求公共大小，空轴遇到 1 就成了 1。

Notes: S1 §24–26, conditions of use (the notes' “0, 1 or equal”) | S1 第 24–26 节，使用条件（笔记写的“0、1 或相同”）
"""

import torch


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    rank = max(a.dim(), b.dim())
    a = a.to(dtype)[(None,) * (rank - a.dim())]
    b = b.to(dtype)[(None,) * (rank - b.dim())]
    for m, n in zip(a.shape, b.shape):
        if m != n and m != 1 and n != 1:
            raise ValueError(f"sizes {m} and {n} do not fit")
    shape = [max(m, n) for m, n in zip(a.shape, b.shape)]
    return a.expand(shape) + b.expand(shape)
