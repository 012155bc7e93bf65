"""Writes log(1 + exp(−x)), which overflows for very negative logits.
写成 log(1 + exp(−x))，logit 很负时溢出。

Notes: S3 §14, BCELoss and BCEWithLogitsLoss | S3 第 14 节 BCELoss 与 BCEWithLogitsLoss
"""

import torch


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    log_p = -torch.log1p(torch.exp(-logits))
    log_q = -torch.log1p(torch.exp(logits))
    positive = targets * log_p
    if pos_weight is not None:
        positive = pos_weight * positive
    loss = -(positive + (1 - targets) * log_q)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
