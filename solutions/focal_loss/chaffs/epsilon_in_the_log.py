"""Adds 1e-8 inside the logarithm, so that no loss exceeds 18.4.
在对数里加 1e-8，损失最大只能到 18.4。

Notes: S3 §22, focal loss | S3 第 22 节 focal loss
"""

import torch


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    t = targets.to(logits.dtype)
    p = torch.sigmoid(logits)
    p_t = p * t + (1 - p) * (1 - t)
    alpha_t = alpha * t + (1 - alpha) * (1 - t)
    log_pt = torch.log(p_t + 1e-8)
    loss = -alpha_t * (1 - p_t) ** gamma * log_pt
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
