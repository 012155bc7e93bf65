"""Batch normalisation, with running statistics."""

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
    """Normalise every channel, scale it by ``gamma`` and shift it by ``beta``.

    Args:
        x: [N, C, ...], float32 or float64, of any layout.
        gamma: factors [C] in the dtype of ``x``.
        beta: offsets [C].
        running_mean: [C]; in training moved towards the batch's mean, in place.
        running_var: [C]; in training moved towards the batch's unbiased variance, in place.
        training: whether the statistics come from the batch (biased variance) or are the running ones.
        momentum: the share of the batch in the new running statistics.
        eps: added to the variance under the root.

    Returns:
        A new tensor of the shape and dtype of ``x``, differentiable by ``x``, ``gamma`` and ``beta``.

    Raises:
        ValueError: one value per channel in training.
    """
    raise NotImplementedError
