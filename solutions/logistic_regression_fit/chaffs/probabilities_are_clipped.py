"""Clamps σ(z) to [1e-7, 1 − 1e-7] before the logarithm: beyond, the gradient is 0.
取对数之前把 σ(z) 截断到 [1e-7, 1 − 1e-7]：超出之后梯度为 0。

Notes: S2, logistic regression | S2 逻辑回归
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    w = torch.zeros(X.shape[1], dtype=X.dtype, device=X.device, requires_grad=True)
    b = torch.zeros((), dtype=X.dtype, device=X.device, requires_grad=True)
    for _ in range(steps):
        p = torch.sigmoid(X @ w + b).clamp(1e-7, 1 - 1e-7)
        loss = -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
        loss.backward()
        with torch.no_grad():
            for v in (w, b):
                v -= lr * v.grad
                v.grad = None
    return w.detach(), b.detach()
