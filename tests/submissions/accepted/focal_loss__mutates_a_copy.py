"""Works in place throughout, but on clones."""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape or reduction not in ("none", "mean", "sum"):
        raise ValueError((logits.shape, targets.shape, reduction))
    z = logits.clone()
    y = targets.clone().to(z.dtype)
    z *= y * 2 - 1
    weight = y.clone().mul_(2 * alpha - 1).add_(1 - alpha)
    loss = F.softplus(-z)
    loss = loss * torch.exp(-gamma * F.softplus(z))
    loss *= weight
    return {"none": torch.clone, "mean": torch.mean, "sum": torch.sum}[reduction](loss)
