"""Accuracy of a classifier."""

import torch


def accuracy(logits: torch.Tensor, labels: torch.Tensor) -> float:
    """Return the share of rows of ``logits`` whose largest element stands at the label.

    Args:
        logits: scores, shape [N, C] with C at least 1, float32 or float64; no ties for the largest.
        labels: the true classes, shape [N], int64.

    Returns:
        A Python float from 0 to 1; 0.0 for N = 0.

    Raises:
        ValueError: ``labels`` is not 1-d of length N.
    """
    raise NotImplementedError
