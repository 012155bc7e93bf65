"""Max unpooling: values back to their places."""

import torch


def max_unpool2d(x: torch.Tensor, indices: torch.Tensor, out_hw: tuple[int, int]) -> torch.Tensor:
    """Return maps of zeros with the values of ``x`` at the places that ``indices`` names.

    Args:
        x: shape [N, C, h, w], float32 or float64.
        indices: int64, the shape of ``x``; flat positions in the H·W places of their own map.
        out_hw: height and width (H, W) of the result.

    Returns:
        A new tensor of shape [N, C, H, W] and the dtype of ``x``.

    Raises:
        ValueError: an index is negative, or H·W or more.
    """
    raise NotImplementedError
