"""Reference for focal_loss."""

import torch
import torch.nn.functional as F
from torch import Tensor

__all__ = ["focal_loss"]


def _reduce(loss: Tensor, reduction: str) -> Tensor:
    """Reduce ``loss`` as told: ``none``, ``mean`` or ``sum``; anything else is a ValueError."""
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")


def focal_loss(
    logits: Tensor,
    targets: Tensor,
    alpha: float = 0.25,
    gamma: float = 2.0,
    reduction: str = "mean",
) -> Tensor:
    """Binary sigmoid focal loss of ``logits`` for 0/1 ``targets`` of the same shape.

    The result has the dtype of ``logits``: one number, or the shape of ``logits`` for ``none``.
    Raises ValueError for unequal shapes and for an unknown reduction.
    """
    if logits.shape != targets.shape:
        raise ValueError(f"logits {tuple(logits.shape)} and targets {tuple(targets.shape)} differ in shape")
    positive = targets != 0
    z = torch.where(positive, logits, -logits)  # p_t = σ(z) for both classes
    one = positive.to(logits.dtype)
    alpha_t = alpha * one + (1.0 - alpha) * (1.0 - one)
    # exp(γ·log(1 - p_t)), not (1 - p_t)**γ: stays finite where p_t rounds to 1.
    modulating = torch.exp(gamma * F.logsigmoid(-z))
    return _reduce(-alpha_t * modulating * F.logsigmoid(z), reduction)
