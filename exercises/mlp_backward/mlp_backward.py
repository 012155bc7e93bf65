"""Backpropagation through two layers, by hand."""

import torch


def mlp_backward(
    x: torch.Tensor,
    W1: torch.Tensor,
    b1: torch.Tensor,
    W2: torch.Tensor,
    b2: torch.Tensor,
    t: torch.Tensor,
) -> dict[str, torch.Tensor]:
    """Return the gradients of E = ½·Σ(o − t)²/N for h = σ(x W1ᵀ + b1), o = σ(h W2ᵀ + b2).

    Args:
        x: inputs, shape [N, D], N ≥ 1.
        W1: shape [H, D].
        b1: shape [H].
        W2: shape [K, H].
        b2: shape [K].
        t: targets, shape [N, K]. All six are float32 or all float64.

    Returns:
        A dict with the keys "W1", "b1", "W2" and "b2": the gradient of each, of its shape and dtype.
    """
    raise NotImplementedError
