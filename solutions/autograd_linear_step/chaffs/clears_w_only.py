"""Clears the gradient of w and forgets that of b.
清掉了 w 的梯度，忘了 b 的。

Notes: S1 §37–40, autograd | S1 第 37–40 节 autograd
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    w.grad = None
    b.grad = None
    loss = 0.5 * ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
    w.grad = None
    return loss.item()
