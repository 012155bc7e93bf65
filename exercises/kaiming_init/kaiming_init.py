"""Kaiming initialisation: see README.md. | Kaiming 初始化：说明见 README.zh.md。"""

import torch
from torch import Tensor


def kaiming_init(
    w: Tensor,
    a: float = 0.0,
    mode: str = "fan_in",
    distribution: str = "normal",
    generator: torch.Generator | None = None,
) -> Tensor:
    """Fill the weight ``w`` in place with Kaiming (He) values and return ``w`` itself.

    Args:
        w: float32 or float64, at least 2 dimensions: [out, in] or [out, in, *kernel]; any memory layout;
            may be a parameter that requires grad.
        a: slope of the leaky ReLU that follows, below 0; 0.0 is the plain ReLU.
        mode: "fan_in" or "fan_out", the fan to divide by.
        distribution: "normal" or "uniform".
        generator: where the random numbers come from; None means torch's global generator.

    Returns:
        ``w``, the same object.

    Raises:
        ValueError: ``w`` has fewer than 2 dimensions, or ``mode`` or ``distribution`` is unknown.
    """
    raise NotImplementedError
