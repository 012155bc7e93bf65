"""Descends on the squared error of σ(z): the slope p·(1 − p) comes in.
下降的是 σ(z) 的平方误差：多出了斜率 p·(1 − p)。

Notes: S2, logistic regression | S2 逻辑回归
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    n, d = X.shape
    w = torch.zeros(d, dtype=X.dtype, device=X.device)
    b = torch.zeros((), dtype=X.dtype, device=X.device)
    for _ in range(steps):
        p = torch.sigmoid(X @ w + b)
        error = (p - y) * p * (1 - p)
        grad_w = X.T @ error / n
        grad_b = error.mean()
        w = w - lr * grad_w
        b = b - lr * grad_b
    return w, b
