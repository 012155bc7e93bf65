"""Chooses one term or the other by targets > 0.5; targets in between are not mixed.
按 targets > 0.5 二选一，介于其间的目标没有混合。

Notes: S3 §14, BCELoss and BCEWithLogitsLoss | S3 第 14 节 BCELoss 与 BCEWithLogitsLoss
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
    targets = (targets > 0.5).to(logits.dtype)
    positive = targets * log_p
    if pos_weight is not None:
        positive = pos_weight * positive
    loss = -(positive + (1 - targets) * log_q)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
