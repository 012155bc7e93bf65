"""Accuracy, error rate, precision, recall and false positive rate."""

import torch


def binary_metrics(pred: torch.Tensor, target: torch.Tensor) -> dict[str, float]:
    """Return the metrics of a binary classifier.

    Args:
        pred: predicted classes, shape [N], bool or integers 0 and 1.
        target: true classes, shape [N], bool or integers 0 and 1; its dtype may differ from that of ``pred``.

    Returns:
        A dict with the keys "accuracy", "error_rate", "precision", "recall" and "fpr"; Python floats
        from 0 to 1, and 0.0 where the quotient is 0/0.

    Raises:
        ValueError: the shapes differ.
    """
    raise NotImplementedError
