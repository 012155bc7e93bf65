"""PReLU: see README.md. | PReLU：说明见 README.zh.md。"""

import torch


def prelu(x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Return ``x`` where it is positive, else the slope times ``x``.

    Args:
        x: float32 or float64, any shape; dim 1 is the channel.
        weight: dtype of ``x``; one slope for all (one element), or shape [C], one per channel.

    Returns:
        A new tensor of the shape and dtype of ``x``.

    Raises:
        ValueError: ``weight`` is neither one slope nor one per channel.
    """
    raise NotImplementedError
