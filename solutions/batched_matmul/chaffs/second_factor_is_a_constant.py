"""Detaches b, so only a gets a gradient.
把 b detach 了，只有 a 有梯度。

Notes: S1 §37–40, autograd | S1 第 37–40 节 自动求导
"""

import torch


def batched_matmul(a, b):
    if a.dim() < 2 or b.dim() < 2 or a.shape[-1] != b.shape[-2]:
        raise ValueError("not a pair of matrices that fit")
    try:
        torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except RuntimeError:
        raise ValueError("batch axes do not broadcast") from None
    return (a.unsqueeze(-1) * b.detach().unsqueeze(-3)).sum(-2)
