"""Two-dimensional convolution from sums of products."""

import torch


def conv2d_naive(
    x: torch.Tensor,
    w: torch.Tensor,
    b: torch.Tensor | None = None,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
    groups: int = 1,
) -> torch.Tensor:
    """Return the cross-correlation of ``x`` with ``w``, plus ``b``, as ``F.conv2d`` does.

    Args:
        x: images, shape [N, Ci, H, W], float32 or float64.
        w: kernels, shape [Co, Ci / groups, kh, kw], the dtype of ``x``.
        b: one bias per output channel, shape [Co], or None.
        stride: steps of the kernel; an int for both axes or a pair (height, width).
        padding: zeros on either side of each axis; an int or a pair.
        dilation: distance between neighbouring elements of the kernel; an int or a pair.
        groups: number of runs of channels that do not see each other.

    Returns:
        A new tensor of shape [N, Co, H', W'].

    Raises:
        ValueError: the shapes do not fit each other, or the kernel does not fit the padded image.
    """
    raise NotImplementedError
