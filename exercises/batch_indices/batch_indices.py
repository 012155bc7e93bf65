"""The indices of every mini-batch of one epoch."""

import torch


def batch_indices(
    n: int,
    batch_size: int,
    shuffle: bool = False,
    drop_last: bool = False,
    generator: torch.Generator | None = None,
) -> list[torch.Tensor]:
    """Return which samples each batch of one epoch takes, as a DataLoader would.

    Args:
        n: the number of samples, 0 or more.
        batch_size: samples in a batch, 1 or more.
        shuffle: take the samples in random order instead of 0, 1, 2, ….
        drop_last: leave out the last batch where it is smaller than the others.
        generator: a CPU generator from which the random order is drawn; without it torch's global one.

    Returns:
        A list of int64 tensors of shape [batch_size], the last one possibly shorter, never empty.

    Raises:
        ValueError: ``n`` is negative or ``batch_size`` is less than 1.
    """
    raise NotImplementedError
