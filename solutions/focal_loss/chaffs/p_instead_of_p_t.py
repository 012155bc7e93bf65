"""Uses (1−p)^γ for both classes, which plays down the hard negatives.
两类都用 (1−p)^γ，反而削弱了难的负例。

Notes: S3 §22, focal loss | S3 第 22 节 focal loss
"""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    t = targets.to(logits.dtype)
    p = torch.sigmoid(logits)
    alpha_t = alpha * t + (1 - alpha) * (1 - t)
    log_pt = F.logsigmoid(logits * (2 * t - 1))
    loss = -alpha_t * (1 - p) ** gamma * log_pt
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
