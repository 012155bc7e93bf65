"""Reference for bce_with_logits."""

import torch.nn.functional as F
from torch import Tensor

__all__ = ["bce_with_logits"]


def bce_with_logits(
    logits: Tensor, targets: Tensor, pos_weight: Tensor | None = None, reduction: str = "mean"
) -> Tensor:
    """Binary cross-entropy of ``logits`` for ``targets`` from 0 to 1 of the same shape.

    Raises ValueError for unequal shapes and for an unknown reduction.
    """
    if logits.shape != targets.shape:
        raise ValueError(f"logits {tuple(logits.shape)} and targets {tuple(targets.shape)} differ in shape")
    weight = 1.0 if pos_weight is None else pos_weight
    # −log σ(x) is softplus(−x), and −log σ(−x) is softplus(x).
    loss = weight * targets * F.softplus(-logits) + (1 - targets) * F.softplus(logits)
    return _reduce(loss, reduction)


def _reduce(loss: Tensor, reduction: str) -> Tensor:
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(f"unknown reduction {reduction!r}")
