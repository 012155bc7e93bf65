"""Takes the mean over k: divided by k, and NaN for k = 0.
对 k 求平均：多除了 k，k = 0 时成了 NaN。

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
    return (a.unsqueeze(-1) * b.unsqueeze(-3)).mean(-2)
