"""Leaves batches that do not broadcast to torch, which raises RuntimeError.
批次不能广播时交给 torch，抛出的是 RuntimeError。

Notes: S1 §24–26, broadcasting; S1 §29–30 | S1 第 24–26 节 broadcast；S1 第 29–30 节
"""

import torch


def batched_matmul(a, b):
    if a.dim() < 2 or b.dim() < 2 or a.shape[-1] != b.shape[-2]:
        raise ValueError("not a pair of matrices that fit")
    return (a.unsqueeze(-1) * b.unsqueeze(-3)).sum(-2)
