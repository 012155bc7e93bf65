"""Autograd on binary_cross_entropy_with_logits; returns leaves that require grad.
对 binary_cross_entropy_with_logits 用 autograd，返回需要梯度的叶子张量。
"""

import torch
import torch.nn.functional as F


def logistic_regression_fit(X, y, lr, steps):
    w = torch.zeros(X.shape[1], dtype=X.dtype, device=X.device, requires_grad=True)
    b = torch.zeros(1, dtype=X.dtype, device=X.device, requires_grad=True)
    for _ in range(steps):
        loss = F.binary_cross_entropy_with_logits(X.matmul(w) + b, y)
        grads = torch.autograd.grad(loss, (w, b))
        with torch.no_grad():
            for parameter, g in zip((w, b), grads):
                parameter.sub_(lr * g)
    return w, b
