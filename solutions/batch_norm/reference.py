"""Reference for batch_norm: two variances, and running statistics that leave the graph alone."""

from __future__ import annotations

import torch


def batch_norm(
    x: torch.Tensor,
    gamma: torch.Tensor,
    beta: torch.Tensor,
    running_mean: torch.Tensor,
    running_var: torch.Tensor,
    training: bool,
    momentum: float = 0.1,
    eps: float = 1e-5,
) -> torch.Tensor:
    """Return ``x`` [N, C, ...] normalised per channel, scaled by ``gamma`` and shifted by ``beta``, both [C].

    In training the statistics are the batch's, and the running ones [C] are moved towards them in place.
    Raises ValueError for one value per channel in training.
    """
    if not training:
        return _normalised(x, running_mean, running_var, gamma, beta, eps)
    count = x.numel() // max(x.size(1), 1)
    if count == 1:
        raise ValueError("one value per channel has no variance")
    axes = [axis for axis in range(x.dim()) if axis != 1]
    mean, var = x.mean(axes), x.var(axes, correction=0)
    with torch.no_grad():
        running_mean.lerp_(mean, momentum)
        running_var.lerp_(var * (count / (count - 1)), momentum)
    return _normalised(x, mean, var, gamma, beta, eps)


def _normalised(
    x: torch.Tensor,
    mean: torch.Tensor,
    var: torch.Tensor,
    gamma: torch.Tensor,
    beta: torch.Tensor,
    eps: float,
) -> torch.Tensor:
    shape = [-1 if axis == 1 else 1 for axis in range(x.dim())]
    mean, var, gamma, beta = (values.reshape(shape) for values in (mean, var, gamma, beta))
    return (x - mean) / torch.sqrt(var + eps) * gamma + beta
