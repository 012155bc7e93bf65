"""Takes any unknown reduction for 'mean'.
把任何未知的 reduction 都当作 'mean'。

Notes: S3 §14, BCELoss and BCEWithLogitsLoss | S3 第 14 节 BCELoss 与 BCEWithLogitsLoss
"""

import torch


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    softplus = torch.log1p(torch.exp(-logits.abs()))
    log_p = logits.clamp(max=0) - softplus
    log_q = (-logits).clamp(max=0) - softplus
    positive = targets * log_p
    if pos_weight is not None:
        positive = pos_weight * positive
    loss = -(positive + (1 - targets) * log_q)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
