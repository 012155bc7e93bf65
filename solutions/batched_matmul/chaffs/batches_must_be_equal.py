"""Wants equal batch axes on both sides, as bmm does.
要求两边的批次维相等，像 bmm 那样。

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
    if a.shape[:-2] != b.shape[:-2]:
        raise ValueError("batches differ")
    return (a.unsqueeze(-1) * b.unsqueeze(-3)).sum(-2)
