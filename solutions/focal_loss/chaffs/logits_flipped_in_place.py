"""Flips the logits of the negatives in place, which changes the caller’s tensor.
原地翻转负例的 logits，改动了调用者的张量。

Notes: S3 §22, focal loss | S3 第 22 节 focal loss
"""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    negative = targets == 0
    logits[negative] *= -1
    alpha_t = torch.where(negative, 1 - alpha, alpha).to(logits.dtype)
    loss = -alpha_t * torch.sigmoid(-logits) ** gamma * F.logsigmoid(logits)
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
