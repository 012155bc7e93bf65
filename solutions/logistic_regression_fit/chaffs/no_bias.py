"""Never moves b.
从不移动 b。

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
        grad_b = error.mean()
        w = w - lr * grad_w
    return w, b
