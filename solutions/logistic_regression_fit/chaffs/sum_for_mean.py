"""Sums over the samples instead of taking the mean.
对样本求和，而不是求平均。

Notes: S2, logistic regression | S2 逻辑回归
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    n, d = X.shape
    w = torch.zeros(d, dtype=X.dtype, device=X.device)
    b = torch.zeros((), dtype=X.dtype, device=X.device)
    for _ in range(steps):
        p = torch.sigmoid(X @ w + b)
        error = p - y
        grad_w = X.T @ error
        grad_b = error.sum()
        w = w - lr * grad_w
        b = b - lr * grad_b
    return w, b
