"""Reference for activation_grad."""

import torch
from torch import Tensor

__all__ = ["activation_grad"]

LEAK = 0.01


def activation_grad(name: str, x: Tensor) -> Tensor:
    """Derivative of the activation ``name`` at ``x``, in the shape and dtype of ``x``.

    Raises ValueError for a name that is not one of the four.
    """
    if name == "sigmoid":
        s = torch.sigmoid(x)
        return s * (1 - s)
    if name == "tanh":
        return 1 - torch.tanh(x).square()
    if name == "relu":
        return _step(x, 0.0)
    if name == "leaky_relu":
        return _step(x, LEAK)
    raise ValueError(f"unknown activation {name!r}")


def _step(x: Tensor, below: float) -> Tensor:
    """1 where ``x`` is positive, else ``below``."""
    return torch.full_like(x, below).masked_fill(x > 0, 1.0)
