"""Reference for masked_select: one shape for both, flat, and then the values where the mask is true."""

from __future__ import annotations

import torch


def masked_select(x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Return the elements of ``x`` where ``mask`` is true, in row-major order of their common shape."""
    if mask.dtype != torch.bool:
        raise TypeError(f"mask must be bool, not {mask.dtype}")
    x, mask = _in_one_shape(x, mask)
    # Flat first: a 0-d mask would select from an axis that is not there.
    return x.reshape(-1)[mask.reshape(-1)]


def _in_one_shape(x: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    try:
        shape = torch.broadcast_shapes(x.shape, mask.shape)
    except RuntimeError as error:
        raise ValueError(f"x {list(x.shape)} and mask {list(mask.shape)} do not broadcast") from error
    return x.expand(shape), mask.expand(shape)
