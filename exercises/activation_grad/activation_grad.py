"""Derivatives of activations: see README.md. | 激活函数的导数：说明见 README.zh.md。"""

import torch


def activation_grad(name: str, x: torch.Tensor) -> torch.Tensor:
    """Return the derivative of an activation at every element of ``x``.

    Args:
        name: "sigmoid", "tanh", "relu" or "leaky_relu" (slope 0.01).
        x: float32 or float64, any shape.

    Returns:
        A new tensor of the shape and dtype of ``x``.

    Raises:
        ValueError: ``name`` is none of the four.
    """
    raise NotImplementedError
