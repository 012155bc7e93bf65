"""Checks no shapes, so that targets of shape [N, 1] against logits [N] make an N×N table.
不检查形状：[N, 1] 的标签对上 [N] 的 logits，会变成 N×N 的表。

Notes: S3 §22, focal loss | S3 第 22 节 focal loss
"""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    t = targets.to(logits.dtype)
    p = torch.sigmoid(logits)
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
