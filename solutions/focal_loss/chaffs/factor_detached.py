"""Computes the modulating factor under no_grad, as if it were a constant weight.
在 no_grad 下计算调制因子，把它当成了常数权重。

Notes: S3 §22, focal loss | S3 第 22 节 focal loss
"""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    t = targets.to(logits.dtype)
    p = torch.sigmoid(logits)
    with torch.no_grad():
        p_t = p * t + (1 - p) * (1 - t)
    alpha_t = alpha * t + (1 - alpha) * (1 - t)
    log_pt = F.logsigmoid(logits * (2 * t - 1))
    loss = -alpha_t * (1 - p_t) ** gamma * log_pt
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
