"""Take the elements at which a mask is true."""

import torch


def masked_select(x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Return the elements of ``x`` where ``mask`` is true, in row-major order.

    Args:
        x: a float tensor of any shape.
        mask: a bool tensor whose shape broadcasts with that of ``x``, in either direction.

    Returns:
        A new tensor with one axis and the dtype of ``x``, as long as the broadcast mask has true elements.

    Raises:
        TypeError: ``mask`` is not bool.
        ValueError: the shapes do not broadcast.
    """
    raise NotImplementedError
