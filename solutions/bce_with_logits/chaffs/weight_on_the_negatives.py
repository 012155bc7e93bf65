"""Multiplies the term of target 0 by pos_weight.
把 pos_weight 乘到了目标 0 的那一项上。

Notes: S3 §14; documentation of BCEWithLogitsLoss, pos_weight | S3 第 14 节；BCEWithLogitsLoss 文档的 pos_weight
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
        log_q = pos_weight * log_q
    loss = -(positive + (1 - targets) * log_q)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
