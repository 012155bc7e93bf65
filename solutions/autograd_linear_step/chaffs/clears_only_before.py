"""Clears .grad before backward() and leaves the new gradient in it.
在 backward() 之前清零，却把新的梯度留在 .grad 里。

Notes: S1 §37–40, autograd | S1 第 37–40 节 autograd
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    w.grad = b.grad = None
    loss = 0.5 * ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
    return loss.item()
