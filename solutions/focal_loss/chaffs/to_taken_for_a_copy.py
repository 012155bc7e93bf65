"""Believes that targets.to(dtype) is always a copy and turns it into ±1 in place.
以为 targets.to(dtype) 总会复制，于是原地改成 ±1。

Notes: S1, .to and copies; S3 §22 | S1 数据类型转换；S3 第 22 节
"""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    sign = targets.to(logits.dtype)
    sign.mul_(2).sub_(1)
    z = logits * sign
    alpha_t = 0.5 + (alpha - 0.5) * sign
    loss = -alpha_t * torch.sigmoid(-z) ** gamma * F.logsigmoid(z)
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
