"""Chooses the safe form with torch.where; the overflow of the other form comes back as NaN in the gradient.
用 torch.where 选择安全的写法，另一种写法的溢出却在梯度里变成 NaN。

Notes: S1 §33, where; S3 §14 | S1 第 33 节 where；S3 第 14 节
"""

import torch


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    up = torch.where(logits > 0, logits + torch.log1p(torch.exp(-logits)), torch.log1p(torch.exp(logits)))
    log_p, log_q = logits - up, -up
    positive = targets * log_p
    if pos_weight is not None:
        positive = pos_weight * positive
    loss = -(positive + (1 - targets) * log_q)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
