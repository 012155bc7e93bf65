"""Reference for mlp_backward."""

from __future__ import annotations

import torch


def mlp_backward(
    x: torch.Tensor,
    W1: torch.Tensor,
    b1: torch.Tensor,
    W2: torch.Tensor,
    b2: torch.Tensor,
    t: torch.Tensor,
) -> dict[str, torch.Tensor]:
    """Return the gradients of ½·Σ(o − t)²/N for h = σ(x W1ᵀ + b1), o = σ(h W2ᵀ + b2).

    ``x`` [N, D], ``W1`` [H, D], ``b1`` [H], ``W2`` [K, H], ``b2`` [K], ``t`` [N, K]; keys as the parameters.
    """
    h = torch.sigmoid(x @ W1.mT + b1)
    o = torch.sigmoid(h @ W2.mT + b2)
    out = (o - t) * o * (1 - o) / len(x)
    hidden = (out @ W2) * h * (1 - h)
    return {"W1": hidden.mT @ x, "b1": hidden.sum(0), "W2": out.mT @ h, "b2": out.sum(0)}
