"""Computes the gradient for b with the new w.
用新的 w 计算 b 的梯度。

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
        grad_w = X.T @ error / n
        w = w - lr * grad_w
        grad_b = (torch.sigmoid(X @ w + b) - y).mean()
        b = b - lr * grad_b
    return w, b
