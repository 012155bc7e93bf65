"""Computes 2·targets − 1 in the targets’ own dtype: 0 − 1 is 255 in uint8.
用标签自己的 dtype 算 2·targets − 1：uint8 里 0 − 1 等于 255。

Notes: S1, bool and byte tensors; S3 §22 | S1 数据类型；S3 第 22 节
"""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    t = targets.to(logits.dtype)
    p = torch.sigmoid(logits)
    p_t = p * t + (1 - p) * (1 - t)
    alpha_t = alpha * t + (1 - alpha) * (1 - t)
    log_pt = F.logsigmoid(logits * (2 * targets - 1))
    loss = -alpha_t * (1 - p_t) ** gamma * log_pt
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
