"""Reference for cross_entropy."""

import torch
from torch import Tensor

__all__ = ["cross_entropy"]


def cross_entropy(
    logits: Tensor, target: Tensor, weight: Tensor | None = None, reduction: str = "mean"
) -> Tensor:
    """Cross-entropy of ``logits`` [N, C] for the classes ``target`` [N].

    The weighted mean divides by the weights used. Raises ValueError for a target out of range or of
    another length, and for an unknown reduction.
    """
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"unknown reduction {reduction!r}")
    _check(logits, target)
    scores = logits.gather(1, target.unsqueeze(1)).squeeze(1)
    loss = torch.logsumexp(logits, 1) - scores
    used = torch.ones_like(loss) if weight is None else weight[target]
    if reduction == "none":
        return used * loss
    total = (used * loss).sum()
    return total if reduction == "sum" else total / used.sum()


def _check(logits: Tensor, target: Tensor) -> None:
    if target.shape != logits.shape[:1]:
        raise ValueError(f"{tuple(target.shape)} targets for {logits.size(0)} samples")
    if ((target < 0) | (target >= logits.size(1))).any():
        raise ValueError(f"a target is outside [0, {logits.size(1) - 1}]")
