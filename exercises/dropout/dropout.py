"""Inverted dropout."""

import torch


def dropout(
    x: torch.Tensor, p: float, training: bool, generator: torch.Generator | None = None
) -> torch.Tensor:
    """Drop each element with probability ``p`` and divide the others by 1 - p; in training only.

    Args:
        x: float32 or float64, finite, of any shape and layout.
        p: the probability to drop an element, in [0, 1].
        training: where False, the result has the values of ``x``.
        generator: where all random numbers come from; torch's global generator if None.

    Returns:
        A new tensor with the shape, dtype and device of ``x``, differentiable.

    Raises:
        ValueError: ``p`` is below 0 or above 1, in and out of training.
    """
    raise NotImplementedError
