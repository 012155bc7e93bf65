"""Clamps the probability to [1e-7, 1 − 1e-7]: the gradient of confident mistakes is gone.
把概率截断到 [1e-7, 1 − 1e-7]：自信却错误的判断没有梯度了。

Notes: S3 §14, BCELoss and BCEWithLogitsLoss | S3 第 14 节 BCELoss 与 BCEWithLogitsLoss
"""

import torch


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    p = torch.sigmoid(logits).clamp(1e-7, 1 - 1e-7)
    log_p, log_q = p.log(), (1 - p).log()
    positive = targets * log_p
    if pos_weight is not None:
        positive = pos_weight * positive
    loss = -(positive + (1 - targets) * log_q)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
