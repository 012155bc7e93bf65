"""Area under the ROC curve."""

import torch


def roc_auc(scores: torch.Tensor, labels: torch.Tensor) -> float:
    """Return the share of pairs (positive, negative) in which the positive has the higher score.

    Args:
        scores: shape [N], float32 or float64, finite; higher means rather positive. Ties count one half.
        labels: shape [N], int64, 1 (positive) or 0 (negative).

    Returns:
        A Python float from 0 to 1.

    Raises:
        ValueError: only one class is present.
    """
    raise NotImplementedError
