"""Reference for topk_accuracy: the place of the true class, by counting what is larger."""

from collections.abc import Sequence

import torch


def topk_accuracy(logits: torch.Tensor, labels: torch.Tensor, ks: Sequence[int]) -> list[float]:
    """Return, for every k, the share of rows of ``logits`` with the label among the k largest elements."""
    samples, classes = logits.shape
    if any(not 1 <= k <= classes for k in ks):
        raise ValueError(f"every k must lie in [1, {classes}], got {list(ks)}")
    own = logits.gather(1, labels.unsqueeze(1))
    better = (logits > own).sum(dim=1)
    return [(better < k).sum().item() / samples for k in ks]
