"""Reference for one_hot: compare every label with every class."""

from __future__ import annotations

import torch

INTEGERS = (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8)


def one_hot(labels: torch.Tensor, num_classes: int) -> torch.Tensor:
    """Return one row of length ``num_classes`` per label, 1 at the label's place and 0 elsewhere."""
    if labels.dtype not in INTEGERS:
        raise TypeError(f"labels must be integers, not {labels.dtype}")
    # int64 first: in a short dtype the number of classes itself could overflow.
    numbers = labels.long()
    if ((numbers < 0) | (numbers >= num_classes)).any():
        raise ValueError(f"labels must lie in [0, {num_classes - 1}]")
    classes = torch.arange(num_classes, device=labels.device)
    return (numbers.unsqueeze(-1) == classes).long()
