"""Turn class numbers into rows with a single 1."""

import torch


def one_hot(labels: torch.Tensor, num_classes: int) -> torch.Tensor:
    """Return one row of length ``num_classes`` per label, 1 at the label's place and 0 elsewhere.

    Args:
        labels: class numbers in ``[0, num_classes)``, of any integer dtype and any shape.
        num_classes: how many classes there are, at least 1.

    Returns:
        A new int64 tensor of shape ``[*labels.shape, num_classes]``.

    Raises:
        TypeError: ``labels`` is not of an integer dtype (bool is none).
        ValueError: a label is negative, or ``num_classes`` or larger.
    """
    raise NotImplementedError
