"""Starts the sum with the first term, which is missing for k = 0.
从第一项开始累加，k = 0 时没有第一项。

Notes: S1 §29–30, matmul beyond two axes | S1 第 29–30 节 2维以上的matmul
"""

import torch


def batched_matmul(a, b):
    if a.dim() < 2 or b.dim() < 2 or a.shape[-1] != b.shape[-2]:
        raise ValueError("not a pair of matrices that fit")
    try:
        torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except RuntimeError:
        raise ValueError("batch axes do not broadcast") from None
    total = a.select(-1, 0).unsqueeze(-1) * b.select(-2, 0).unsqueeze(-2)
    for i in range(1, a.shape[-1]):
        total = total + a.select(-1, i).unsqueeze(-1) * b.select(-2, i).unsqueeze(-2)
    return total
