"""Adds momentum 0.9, as the notes do.
像笔记那样加了 0.9 的动量。

Notes: S2, logistic regression | S2 逻辑回归
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    n, d = X.shape
    w = torch.zeros(d, dtype=X.dtype, device=X.device)
    b = torch.zeros((), dtype=X.dtype, device=X.device)
    v, u = torch.zeros_like(w), torch.zeros_like(b)
    for _ in range(steps):
        p = torch.sigmoid(X @ w + b)
        error = p - y
        grad_w = X.T @ error / n
        grad_b = error.mean()
        v, u = 0.9 * v + grad_w, 0.9 * u + grad_b
        w = w - lr * v
        b = b - lr * u
    return w, b
