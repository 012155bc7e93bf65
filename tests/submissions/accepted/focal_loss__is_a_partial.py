"""The target is a functools.partial of a function with one parameter more."""

from functools import partial

import torch
import torch.nn.functional as F


def general_focal_loss(scale, logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes differ")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"unknown reduction {reduction!r}")
    y = targets.to(logits.dtype)
    z = (2 * y - 1) * logits
    alpha_t = alpha * y + (1 - alpha) * (1 - y)
    loss = scale * alpha_t * torch.exp(-gamma * F.softplus(z)) * F.softplus(-z)
    return loss if reduction == "none" else getattr(loss, reduction)()

focal_loss = partial(general_focal_loss, 1.0)
