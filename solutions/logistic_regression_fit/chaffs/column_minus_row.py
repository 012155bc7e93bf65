"""Subtracts y [N] from a column [N, 1]: every sample meets every label.
用一列 [N, 1] 减去 y [N]：每个样本都碰上了每个标签。

Notes: S2, logistic regression | S2 逻辑回归
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    n, d = X.shape
    w = torch.zeros(d, dtype=X.dtype, device=X.device)
    b = torch.zeros((), dtype=X.dtype, device=X.device)
    for _ in range(steps):
        p = torch.sigmoid(X @ w + b)
        error = (p[:, None] - y).mean(1)
        grad_w = X.T @ error / n
        grad_b = error.mean()
        w = w - lr * grad_w
        b = b - lr * grad_b
    return w, b
