"""Computes the residual into y itself.
把残差直接算进 y 里。

Notes: S2, linear regression | S2 线性回归
"""

import torch


@torch.no_grad()
def autograd_linear_step(w, b, x, y, lr):
    y -= w * x + b
    loss = 0.5 * (y * y).mean()
    w += lr * (y * x).mean()
    b += lr * y.mean()
    w.grad = b.grad = None
    return loss.item()
