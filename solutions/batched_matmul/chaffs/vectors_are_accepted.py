"""Takes 1-d arguments for rows and columns, as matmul does.
像 matmul 那样，把一维参数当作行或列。

Notes: S1 §29–30, matmul beyond two axes | S1 第 29–30 节 2维以上的matmul
"""

import torch


def batched_matmul(a, b):
    a = a.unsqueeze(0) if a.dim() == 1 else a
    b = b.unsqueeze(1) if b.dim() == 1 else b
    if a.dim() < 2 or b.dim() < 2 or a.shape[-1] != b.shape[-2]:
        raise ValueError("not a pair of matrices that fit")
    try:
        torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except RuntimeError:
        raise ValueError("batch axes do not broadcast") from None
    return (a.unsqueeze(-1) * b.unsqueeze(-3)).sum(-2)
