"""Xavier initialisation: see README.md. | Xavier 初始化：说明见 README.zh.md。"""

import torch
from torch import Tensor


def xavier_init(
    w: Tensor,
    gain: float = 1.0,
    distribution: str = "uniform",
    generator: torch.Generator | None = None,
) -> Tensor:
    """Fill the weight ``w`` in place with Xavier (Glorot) values and return ``w`` itself.

    Args:
        w: float32 or float64, at least 2 dimensions: [out, in] or [out, in, *kernel]; any memory layout;
            may be a parameter that requires grad.
        gain: factor of the standard deviation.
        distribution: "uniform" or "normal".
        generator: where the random numbers come from; None means torch's global generator.

    Returns:
        ``w``, the same object.

    Raises:
        ValueError: ``w`` has fewer than 2 dimensions, or ``distribution`` is unknown.
    """
    raise NotImplementedError
