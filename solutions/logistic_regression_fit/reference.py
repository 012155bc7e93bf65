"""Reference for logistic_regression_fit."""

from __future__ import annotations

import torch


@torch.no_grad()
def logistic_regression_fit(
    X: torch.Tensor, y: torch.Tensor, lr: float, steps: int
) -> tuple[torch.Tensor, torch.Tensor]:
    """Full-batch descent on the mean binary cross entropy of σ(Xw + b), from zeros.

    ``X`` is [N, D], ``y`` [N] with entries 0 and 1 in the dtype of ``X``. Returns w [D] and b [].
    """
    w, b = X.new_zeros(X.size(1)), X.new_zeros(())
    for _ in range(steps):
        error = torch.sigmoid(X @ w + b) - y
        w, b = w - lr * (X.mT @ error) / len(y), b - lr * error.mean()
    return w, b
