"""Multiplies the caller's targets by pos_weight in place.
用 pos_weight 原地乘了调用者的 targets。

Notes: S3 §14; documentation of BCEWithLogitsLoss, pos_weight | S3 第 14 节；BCEWithLogitsLoss 文档的 pos_weight
"""

import torch


def _reduce(loss, reduction):
    return {"none": loss, "mean": loss.mean(), "sum": loss.sum()}[reduction]


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
        rest = 1 - targets
        targets *= pos_weight
        return _reduce(-(targets * log_p + rest * log_q), reduction)
    loss = -(positive + (1 - targets) * log_q)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
