"""Exponentiates the scores as they are, which overflows.
直接对得分取指数，会溢出。

Notes: S1 §37–40, softmax | S1 第 37–40 节 softmax
"""

import torch


def cross_entropy(logits, target, weight=None, reduction="mean"):
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    if len(logits) != len(target):
        raise ValueError("one target per sample")
    if ((target < 0) | (target >= logits.shape[1])).any():
        raise ValueError("target out of range")
    shifted = logits
    log_p = shifted - shifted.exp().sum(1, keepdim=True).log()
    loss = -log_p.gather(1, target.unsqueeze(1)).squeeze(1)
    used = torch.ones_like(loss)
    if weight is not None:
        used = weight[target]
    loss = loss * used
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / used.sum()
