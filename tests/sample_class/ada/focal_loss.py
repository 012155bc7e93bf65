"""Homework 1, exercise 5 -- focal loss.  Ada L."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor


def focal_loss(
    logits: Tensor,
    targets: Tensor,
    alpha: float = 0.25,
    gamma: float = 2.0,
    reduction: str = "mean",
) -> Tensor:
    """Binary focal loss; everything is written with log-sigmoid, so nothing overflows."""
    if logits.shape != targets.shape:
        raise ValueError(f"shapes differ: {tuple(logits.shape)} and {tuple(targets.shape)}")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"unknown reduction: {reduction!r}")

    y = targets.to(logits.dtype)
    z = (2.0 * y - 1.0) * logits  # p_t = sigmoid(z)
    log_p_t = F.logsigmoid(z)
    factor = torch.exp(gamma * F.logsigmoid(-z))  # (1 - p_t) ** gamma
    alpha_t = alpha * y + (1.0 - alpha) * (1.0 - y)
    loss = -alpha_t * factor * log_p_t

    if reduction == "none":
        return loss
    return loss.mean() if reduction == "mean" else loss.sum()


if __name__ == "__main__":
    logits, targets = torch.randn(6), torch.tensor([0.0, 1, 1, 0, 1, 0])
    plain = F.binary_cross_entropy_with_logits(logits, targets)
    assert torch.allclose(2 * focal_loss(logits, targets, alpha=0.5, gamma=0.0), plain)
    print("focal_loss: all fine")
