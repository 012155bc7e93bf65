"""A linear layer, forward: see README.md. | 线性层的前向计算：说明见 README.zh.md。"""

import torch


def linear_forward(
    x: torch.Tensor, weight: torch.Tensor, bias: torch.Tensor | None = None
) -> torch.Tensor:
    """Return ``x`` times the transpose of ``weight``, plus ``bias``.

    Args:
        x: float32 or float64, shape [*, in] with any number of leading axes.
        weight: shape [out, in], dtype of ``x``.
        bias: shape [out], dtype of ``x``; None adds nothing.

    Returns:
        A new tensor of shape [*, out].

    Raises:
        ValueError: the shapes do not fit.
    """
    raise NotImplementedError
