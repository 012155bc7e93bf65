"""Leaves the check of k to broadcasting, which stretches a k of 1.
k 的检查交给了广播，于是等于 1 的 k 被拉长。

Notes: S1 §24–26, broadcasting; S1 §29–30 | S1 第 24–26 节 broadcast；S1 第 29–30 节
"""

import torch


def batched_matmul(a, b):
    if a.dim() < 2 or b.dim() < 2 or (a.shape[-1] != b.shape[-2] and 1 not in (a.shape[-1], b.shape[-2])):
        raise ValueError("not a pair of matrices that fit")
    try:
        torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except RuntimeError:
        raise ValueError("batch axes do not broadcast") from None
    return (a.unsqueeze(-1) * b.unsqueeze(-3)).sum(-2)
