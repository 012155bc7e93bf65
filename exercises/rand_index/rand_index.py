"""Rand index: how far two clusterings agree."""

import torch


def rand_index(a: torch.Tensor, b: torch.Tensor) -> float:
    """Return the share of pairs of samples that are together in both clusterings or apart in both.

    Args:
        a: the cluster of each sample, shape [N], int64, not negative.
        b: the same for another clustering, shape [N]; its names need not be those of ``a``.

    Returns:
        A Python float from 0 to 1.

    Raises:
        ValueError: N is less than 2.
    """
    raise NotImplementedError
