"""Writes log σ(z) as −log(1 + e^(−z)), which overflows for a confident mistake.
把 log σ(z) 写成 −log(1 + e^(−z))，自信却错误时会溢出。

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
    log_pt = -torch.log1p(torch.exp(-logits * (2 * t - 1)))
    loss = -alpha_t * (1 - p_t) ** gamma * log_pt
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
