"""Undo a transpose and a view."""

import torch


def restore_layout(flat: torch.Tensor, c: int, h: int, w: int) -> torch.Tensor:
    """Return the images that became ``flat`` by ``x.transpose(1, 3).contiguous().view(B, -1)``.

    Args:
        flat: floats of shape ``[B, w * h * c]``.
        c: channels of an image.
        h: rows of an image.
        w: columns of an image.

    Returns:
        A new tensor of shape ``[B, c, h, w]`` with the dtype of ``flat``.

    Raises:
        ValueError: the rows of ``flat`` are not ``c * h * w`` long.
    """
    raise NotImplementedError
