"""Puts σ(z), not z, into a loss that applies the sigmoid itself.
把 σ(z) 而不是 z 传给自带 sigmoid 的损失。

Notes: S2, logistic regression | S2 逻辑回归
"""

import torch


def logistic_regression_fit(X, y, lr, steps):
    w = torch.zeros(X.shape[1], dtype=X.dtype, device=X.device, requires_grad=True)
    b = torch.zeros((), dtype=X.dtype, device=X.device, requires_grad=True)
    for _ in range(steps):
        p = torch.sigmoid(X @ w + b)
        loss = torch.nn.functional.binary_cross_entropy_with_logits(p, y)
        loss.backward()
        with torch.no_grad():
            for v in (w, b):
                v -= lr * v.grad
                v.grad = None
    return w.detach(), b.detach()
