"""Leaves out the term of target 0.
漏掉了目标 0 的那一项。

Notes: S1 §48–49, cross-entropy of two classes | S1 第 48–49 节 二分类交叉熵
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
        positive = pos_weight * positive
    loss = -positive
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
