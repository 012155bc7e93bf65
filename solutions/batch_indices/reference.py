"""Reference for batch_indices: one order of all samples, cut every batch_size."""

from __future__ import annotations

import torch


def batch_indices(
    n: int,
    batch_size: int,
    shuffle: bool = False,
    drop_last: bool = False,
    generator: torch.Generator | None = None,
) -> list[torch.Tensor]:
    """Return the indices of each batch of one epoch, in the order in which the batches are taken."""
    if n < 0:
        raise ValueError(f"there cannot be {n} samples")
    if batch_size < 1:
        raise ValueError(f"a batch needs at least 1 sample, not {batch_size}")
    order = torch.randperm(n, generator=generator) if shuffle else torch.arange(n)
    end = n - n % batch_size if drop_last else n
    return [order[start : min(start + batch_size, end)].clone() for start in range(0, end, batch_size)]
