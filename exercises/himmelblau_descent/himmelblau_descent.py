"""Gradient descent on Himmelblau's function."""

import torch


def himmelblau_descent(start: tuple[float, float], lr: float = 0.01, steps: int = 1000) -> torch.Tensor:
    """Walk down (x² + y − 11)² + (x + y² − 7)² by plain gradient descent.

    Args:
        start: x and y, two Python floats.
        lr: the learning rate.
        steps: how many steps; 0 returns the start.

    Returns:
        Where the walk ends: float64, shape [2], not requiring grad.
    """
    raise NotImplementedError
