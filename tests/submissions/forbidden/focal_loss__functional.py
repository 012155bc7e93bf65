"""Starts from F.binary_cross_entropy_with_logits."""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    bce = F.binary_cross_entropy_with_logits(logits, targets.to(logits.dtype), reduction="none")
    loss = (alpha * targets + (1 - alpha) * (1 - targets)) * (1 - torch.exp(-bce)) ** gamma * bce
    return loss.mean()
