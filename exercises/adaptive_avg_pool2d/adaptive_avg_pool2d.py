"""Average pooling to a given size."""

import torch


def adaptive_avg_pool2d(x: torch.Tensor, out_hw: int | tuple[int, int]) -> torch.Tensor:
    """Return the means over oh × ow windows that together cover every map.

    Args:
        x: shape [N, C, H, W], float32 or float64, H and W at least 1.
        out_hw: the size of the result, an int for both axes or a pair (oh, ow); may exceed H and W.

    Returns:
        A new tensor of shape [N, C, oh, ow] and the dtype of ``x``.

    Raises:
        ValueError: a size is less than 1.
    """
    raise NotImplementedError
