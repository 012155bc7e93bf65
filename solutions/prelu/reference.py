"""Reference for prelu."""

import torch
from torch import Tensor

__all__ = ["prelu"]


def prelu(x: Tensor, weight: Tensor) -> Tensor:
    """``x`` where it is positive, else slope times ``x``; one slope for all, or one per channel (dim 1).

    Raises ValueError for any other weight.
    """
    slope = _along_channels(weight, x)
    return torch.where(x > 0, x, slope * x)


def _along_channels(weight: Tensor, x: Tensor) -> Tensor:
    if weight.numel() == 1:
        return weight.reshape(())
    if x.dim() < 2 or weight.shape != x.shape[1:2]:
        raise ValueError(f"a weight of shape {tuple(weight.shape)} does not fit x {tuple(x.shape)}")
    return weight.reshape(-1, *[1] * (x.dim() - 2))
