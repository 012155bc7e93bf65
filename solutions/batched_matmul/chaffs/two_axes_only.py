"""Reads n, k and m from the front, as mm does.
像 mm 那样从前面读取 n、k、m。

Notes: S0, mm and bmm; S1 §29–30 | S0 mm 与 bmm；S1 第 29–30 节
"""

import torch


def batched_matmul(a, b):
    if a.dim() < 2 or b.dim() < 2 or a.shape[-1] != b.shape[-2]:
        raise ValueError("not a pair of matrices that fit")
    try:
        torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except RuntimeError:
        raise ValueError("batch axes do not broadcast") from None
    n, k = a.shape
    k, m = b.shape
    return (a.reshape(n, k, 1) * b.reshape(1, k, m)).sum(1)
