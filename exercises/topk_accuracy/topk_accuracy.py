"""Top-k accuracy of a classifier."""

from collections.abc import Sequence

import torch


def topk_accuracy(logits: torch.Tensor, labels: torch.Tensor, ks: Sequence[int]) -> list[float]:
    """Return, for every k, the share of rows of ``logits`` with the label among the k largest elements.

    Args:
        logits: scores, shape [N, C], N and C at least 1, float32 or float64; no ties in a row.
        labels: the true classes, shape [N], int64.
        ks: list or tuple of ints from 1 to C, in any order.

    Returns:
        One Python float from 0 to 1 per k, in the order of ``ks``.

    Raises:
        ValueError: some k is less than 1 or greater than C.
    """
    raise NotImplementedError
