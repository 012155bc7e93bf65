"""Logistic regression by gradient descent."""

import torch


def logistic_regression_fit(
    X: torch.Tensor, y: torch.Tensor, lr: float, steps: int
) -> tuple[torch.Tensor, torch.Tensor]:
    """Walk ``steps`` steps down the mean binary cross entropy of σ(Xw + b), from w = 0 and b = 0.

    Args:
        X: samples, shape [N, D], N and D ≥ 1, float32 or float64.
        y: labels 0 and 1, shape [N], of the dtype of X.
        lr: the learning rate.
        steps: how many steps, all samples in each; 0 returns zeros.

    Returns:
        w, shape [D], and b, 0-d, both of the dtype of X.
    """
    raise NotImplementedError
