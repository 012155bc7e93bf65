"""Max pooling that also says where the maxima stood."""

import torch


def max_pool2d(
    x: torch.Tensor, k: int, stride: int | None = None, padding: int = 0
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the largest value under every position of a k × k window, and its place.

    Args:
        x: shape [N, C, H, W], float32 or float64.
        k: side of the window.
        stride: step of the window on both axes; None means ``k``.
        padding: rows and columns of minus infinity on every side, at most k/2.

    Returns:
        (values, indices), both new and of shape [N, C, H', W']; indices are int64, flat in H·W.

    Raises:
        ValueError: ``padding`` is more than k/2.
    """
    raise NotImplementedError
