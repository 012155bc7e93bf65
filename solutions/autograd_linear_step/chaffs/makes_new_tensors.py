"""Computes w − lr·g into a new tensor; the caller's w and b stay where they were.
把 w − lr·g 算进新张量，调用者手里的 w 和 b 原地不动。

Notes: S2, linear regression | S2 线性回归
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    loss = 0.5 * ((w * x + b - y) ** 2).mean()
    gw, gb = torch.autograd.grad(loss, (w, b))
    with torch.no_grad():
        w = w - lr * gw
        b = b - lr * gb
    w.requires_grad_()
    b.requires_grad_()
    return loss.item()
