"""Reference for train_digits."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch.nn import functional as F

__all__ = ["train_digits"]

HIDDEN, EPOCHS, BATCH, RATE = 64, 8, 50, 0.1


def train_digits(X: torch.Tensor, y: torch.Tensor, seed: int) -> Callable[[torch.Tensor], torch.Tensor]:
    """Train a net on images X [N, 1, 16, 16] with labels y [N]; return what reads further images.

    The function returned maps images [M, 1, 16, 16] to labels, int64 [M]. All random numbers come from a
    generator of our own, so that the global state stays as it is.
    """
    generator = torch.Generator().manual_seed(seed)
    weights = [layer(256, HIDDEN, generator, X.device), layer(HIDDEN, 10, generator, X.device)]
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(X), generator=generator).split(BATCH):
            loss = F.cross_entropy(logits(X[batch], weights), y[batch])
            descend(weights, torch.autograd.grad(loss, weights))

    def predict(images: torch.Tensor) -> torch.Tensor:
        with torch.no_grad():
            return logits(images, weights).argmax(dim=1)

    return predict


def layer(fan_in: int, fan_out: int, generator: torch.Generator, device: torch.device) -> torch.Tensor:
    """Return a weight [fan_in + 1, fan_out]; the last row is the bias."""
    weight = torch.randn(fan_in + 1, fan_out, generator=generator) * (2 / fan_in) ** 0.5
    weight[-1] = 0
    return weight.to(device).requires_grad_()


def logits(images: torch.Tensor, weights: list[torch.Tensor]) -> torch.Tensor:
    """Return [M, 10]: two layers with a ReLU between, none after the last."""
    first, second = weights
    hidden = torch.relu(images.flatten(1) @ first[:-1] + first[-1])
    return hidden @ second[:-1] + second[-1]


def descend(weights: list[torch.Tensor], gradients: tuple[torch.Tensor, ...]) -> None:
    """Make one step downhill, in place."""
    with torch.no_grad():
        for weight, gradient in zip(weights, gradients, strict=True):
            weight -= RATE * gradient
