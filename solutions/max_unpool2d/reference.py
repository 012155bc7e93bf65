"""Reference for max_unpool2d: one scatter along the flattened maps."""

import torch


def max_unpool2d(x: torch.Tensor, indices: torch.Tensor, out_hw: tuple[int, int]) -> torch.Tensor:
    """Return zeros of shape [N, C, H, W] with the values of ``x`` at their flat ``indices``."""
    height, width = out_hw
    if ((indices < 0) | (indices >= height * width)).any():
        raise ValueError(f"every index must lie in [0, {height * width})")
    zeros = x.new_zeros(*x.shape[:2], height * width)
    return zeros.scatter(2, indices.flatten(2), x.flatten(2)).unflatten(2, (height, width))
