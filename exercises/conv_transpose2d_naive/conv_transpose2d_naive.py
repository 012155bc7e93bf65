"""Transposed two-dimensional convolution."""

import torch


def conv_transpose2d_naive(
    x: torch.Tensor,
    w: torch.Tensor,
    b: torch.Tensor | None = None,
    stride: int = 1,
    padding: int = 0,
    output_padding: int = 0,
) -> torch.Tensor:
    """Return the transposed convolution of ``x`` with ``w``, plus ``b``, as ``F.conv_transpose2d`` does.

    Args:
        x: maps, shape [N, Ci, H, W], float32 or float64.
        w: kernels, shape [Ci, Co, kh, kw], the dtype of ``x``.
        b: one bias per output channel, shape [Co], or None.
        stride: distance between the stamps of neighbouring pixels, on both axes.
        padding: rows and columns cut off from every side.
        output_padding: rows and columns by which the result is larger at the bottom and at the right.

    Returns:
        A new tensor of shape [N, Co, H', W'], H' = (H − 1)·stride − 2·padding + kh + output_padding.

    Raises:
        ValueError: ``output_padding`` is not less than ``stride``.
    """
    raise NotImplementedError
