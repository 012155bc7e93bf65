"""Starts with random weights, as nn.Linear does.
像 nn.Linear 那样从随机权重开始。

Notes: S2, logistic regression | S2 逻辑回归
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    n, d = X.shape
    w = 0.1 + torch.rand(d, generator=torch.Generator().manual_seed(0)).to(X)
    b = torch.zeros((), dtype=X.dtype, device=X.device)
    for _ in range(steps):
        p = torch.sigmoid(X @ w + b)
        error = p - y
        grad_w = X.T @ error / n
        grad_b = error.mean()
        w = w - lr * grad_w
        b = b - lr * grad_b
    return w, b
