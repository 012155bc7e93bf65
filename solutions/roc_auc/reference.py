"""Reference for roc_auc: each positive's place among the sorted negatives."""

import torch


def roc_auc(scores: torch.Tensor, labels: torch.Tensor) -> float:
    """Return the share of pairs (positive, negative) ordered right; equal scores count one half."""
    positives = scores[labels == 1].contiguous()
    negatives = scores[labels == 0].sort().values
    pairs = positives.numel() * negatives.numel()
    if pairs == 0:
        raise ValueError("both classes must be present")
    below = torch.searchsorted(negatives, positives, right=False).sum().item()
    not_above = torch.searchsorted(negatives, positives, right=True).sum().item()
    return (below + not_above) / (2 * pairs)
