"""Turn a batch of anything into a batch of rows."""

import torch


def flatten_batch(x: torch.Tensor) -> torch.Tensor:
    """Return ``x`` with all axes but the first one merged into one.

    Args:
        x: a float tensor of shape ``[N, ...]``, with any number of axes after the batch.

    Returns:
        A tensor of shape ``[N, K]`` and the dtype of ``x``, K the product of the sizes after the
        first (1 if there are none). It may be a view of ``x``.

    Raises:
        ValueError: ``x`` is 0-d.
    """
    raise NotImplementedError
