"""Add two tensors of different shapes, doing by hand what `+` does on its own."""

import torch


def broadcasting_add(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """Return ``a + b`` by right-aligned broadcasting.

    Args:
        a: a tensor of any shape, 0-d and empty ones included; float, integer or bool.
        b: the same, of any other shape that fits.

    Returns:
        A new tensor of the common shape, with dtype ``torch.result_type(a, b)``. The operands of the
        addition itself have equal shapes, and they are views: nothing is copied to align them.

    Raises:
        ValueError: the shapes do not fit.
    """
    raise NotImplementedError
