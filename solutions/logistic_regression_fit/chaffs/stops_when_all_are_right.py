"""Stops as soon as every sample is on its side.
所有样本一分对就停。

Notes: S2, logistic regression | S2 逻辑回归
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    n, d = X.shape
    w = torch.zeros(d, dtype=X.dtype, device=X.device)
    b = torch.zeros((), dtype=X.dtype, device=X.device)
    for _ in range(steps):
        p = torch.sigmoid(X @ w + b)
        if ((p > 0.5) == (y > 0.5)).all() and bool((p != 0.5).all()):
            break
        error = p - y
        grad_w = X.T @ error / n
        grad_b = error.mean()
        w = w - lr * grad_w
        b = b - lr * grad_b
    return w, b
