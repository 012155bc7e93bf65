"""Clamps p to [1e-7, 1−1e-7]: the gradient of the worst mistakes is 0.
把 p 截断到 [1e-7, 1−1e-7]：错得最离谱的样本梯度为 0。

Notes: S3 §22, focal loss | S3 第 22 节 focal loss
"""

import torch


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    t = targets.to(logits.dtype)
    p = torch.sigmoid(logits).clamp(1e-7, 1 - 1e-7)
    p_t = p * t + (1 - p) * (1 - t)
    alpha_t = alpha * t + (1 - alpha) * (1 - t)
    log_pt = torch.log(p_t)
    loss = -alpha_t * (1 - p_t) ** gamma * log_pt
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
