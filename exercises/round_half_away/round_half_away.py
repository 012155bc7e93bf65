"""Round to whole numbers, ties away from zero."""

import torch


def round_half_away(x: torch.Tensor) -> torch.Tensor:
    """Return every element rounded to the nearest whole number, ties away from zero.

    Args:
        x: floats or integers of any shape.

    Returns:
        A new tensor with the shape and the dtype of ``x``. Integers are unchanged; NaN and
        infinities stay.
    """
    raise NotImplementedError
