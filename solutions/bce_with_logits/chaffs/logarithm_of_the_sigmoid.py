"""Takes the logarithm of σ and of 1 − σ, which are 0 in floating point.
对 σ 和 1 − σ 取对数，而它们在浮点数里会等于 0。

Notes: S3 §14, BCELoss and BCEWithLogitsLoss | S3 第 14 节 BCELoss 与 BCEWithLogitsLoss
"""

import torch


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    p = torch.sigmoid(logits)
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
