"""Moves b by the gradient of w, as the line in the notes does.
用 w 的梯度更新 b，笔记里那一行就是这样写的。

Notes: S2, linear regression | S2 线性回归
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    w.grad = b.grad = None
    loss = 0.5 * ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * w.grad
    w.grad = b.grad = None
    return loss.item()
