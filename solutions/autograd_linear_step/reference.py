"""Reference for autograd_linear_step."""

import torch
from torch import Tensor

__all__ = ["autograd_linear_step"]


def autograd_linear_step(w: Tensor, b: Tensor, x: Tensor, y: Tensor, lr: float) -> float:
    """One gradient step on ½·mean((w·x + b − y)²), in place; returns the loss before it.

    ``w`` and ``b`` are 0-d leaves that require grad; ``x`` and ``y`` have shape [N].
    """
    loss = 0.5 * (w * x + b - y).square().mean()
    gradients = torch.autograd.grad(loss, (w, b))
    with torch.no_grad():
        for weight, gradient in zip((w, b), gradients, strict=True):
            weight -= lr * gradient
            weight.grad = None
    return float(loss.detach())
