"""Averages the cross-entropy first and takes p_t = exp(−mean): one factor for the whole batch.
先对交叉熵求平均，再取 p_t = exp(−均值)：整批共用一个因子。

Notes: S3 §22, focal loss | S3 第 22 节 focal loss
"""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    t = targets.to(logits.dtype)
    bce = F.softplus(logits * (1 - 2 * t))
    p_t = torch.exp(-bce.mean())
    alpha_t = alpha * t + (1 - alpha) * (1 - t)
    loss = alpha_t * (1 - p_t) ** gamma * bce
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
