"""Writes both logarithms with softplus and mixes the two classes by the target.
用 softplus 写出两个对数，再按目标混合两类。
"""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    t = targets.to(logits.dtype)
    p = torch.sigmoid(logits)
    positive = alpha * (1 - p) ** gamma * F.softplus(-logits)
    negative = (1 - alpha) * p**gamma * F.softplus(logits)
    loss = t * positive + (1 - t) * negative
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    if reduction == "mean":
        return loss.mean()
    raise ValueError(f"reduction must be 'none', 'mean' or 'sum', not {reduction!r}")
