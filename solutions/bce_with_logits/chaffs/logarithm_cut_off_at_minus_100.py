"""Cuts the logarithms off at −100, as nn.BCELoss does: 200 becomes 100.
像 nn.BCELoss 那样把对数截断在 −100：200 变成了 100。

Notes: S3 §14, BCELoss and BCEWithLogitsLoss | S3 第 14 节 BCELoss 与 BCEWithLogitsLoss
"""

import torch


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    p = torch.sigmoid(logits)
    log_p, log_q = p.log().clamp(min=-100), (1 - p).log().clamp(min=-100)
    positive = targets * log_p
    if pos_weight is not None:
        positive = pos_weight * positive
    loss = -(positive + (1 - targets) * log_q)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
