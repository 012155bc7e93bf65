"""The usual published form: p_t = p·t + (1−p)(1−t), times a hand-written stable BCE.
常见的公开写法：p_t = p·t + (1−p)(1−t)，再乘以手写的稳定 BCE。
"""

import torch


def _bce(x, t):
    return torch.maximum(x, torch.zeros_like(x)) - x * t + torch.log1p(torch.exp(-x.abs()))


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("the targets need the shape of the logits")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("reduction")
    t = targets.to(dtype=logits.dtype)
    p = torch.sigmoid(logits)
    p_t = p * t + (1 - p) * (1 - t)
    loss = _bce(logits, t) * ((1 - p_t) ** gamma)
    loss = (alpha * t + (1 - alpha) * (1 - t)) * loss
    if reduction == "mean":
        loss = loss.mean()
    elif reduction == "sum":
        loss = loss.sum()
    return loss
