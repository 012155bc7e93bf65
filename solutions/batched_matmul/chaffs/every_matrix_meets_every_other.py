"""Multiplies every matrix of one stack with every one of the other: the batches form a product.
让一叠中的每个矩阵与另一叠中的每一个都相乘：批次成了两两组合。

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
    lead_a, lead_b = a.shape[:-2], b.shape[:-2]
    a = a.reshape(*lead_a, *[1] * len(lead_b), *a.shape[-2:])
    return (a.unsqueeze(-1) * b.unsqueeze(-3)).sum(-2)
