"""Splits for k-fold cross-validation."""

import torch


def kfold_split(
    n: int, k: int, generator: torch.Generator | None = None
) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Return k pairs of indices, one for each fold: train on the first, validate on the second.

    Args:
        n: the number of samples.
        k: the number of folds, from 2 to ``n``.
        generator: a CPU generator; where it is given, it decides at random which samples form a fold.

    Returns:
        A list of k tuples (train, val) of 1-d int64 tensors.

    Raises:
        ValueError: ``k`` is less than 2 or greater than ``n``.
    """
    raise NotImplementedError
