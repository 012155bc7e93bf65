"""Takes a step after every sample.
每看一个样本就走一步。

Notes: S2, logistic regression | S2 逻辑回归
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    n, d = X.shape
    w = torch.zeros(d, dtype=X.dtype, device=X.device)
    b = torch.zeros((), dtype=X.dtype, device=X.device)
    for _ in range(steps):
        for x, target in zip(X, y):
            error = torch.sigmoid(x @ w + b) - target
            w, b = w - lr * error * x / n, b - lr * error / n
    return w, b
