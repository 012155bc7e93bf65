"""Clears .grad after the update only: what the caller left in it is added to the first gradient.
只在更新之后清零：调用者留在 .grad 里的旧值会加进第一次的梯度。

Notes: S1 §37–40, autograd | S1 第 37–40 节 autograd
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    loss = 0.5 * ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    return loss.item()
