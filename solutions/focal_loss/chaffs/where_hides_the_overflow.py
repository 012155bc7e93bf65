"""Lets exp overflow and hides it with torch.where: the value is right, the gradient is NaN.
让 exp 溢出后用 torch.where 掩盖：值是对的，梯度却是 NaN。

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
    z = logits * (2 * t - 1)
    log_pt = torch.where(z > -50, -torch.log1p(torch.exp(-z)), z)
    loss = -alpha_t * (1 - p_t) ** gamma * log_pt
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
