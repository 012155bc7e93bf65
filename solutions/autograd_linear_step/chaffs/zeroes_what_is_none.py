"""Calls .grad.zero_() first, which is None before the first backward().
一开始就调用 .grad.zero_()，而第一次 backward() 之前它是 None。

Notes: S1 §37–40, autograd | S1 第 37–40 节 autograd
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    w.grad.zero_()
    b.grad.zero_()
    loss = 0.5 * ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
        w.grad.zero_()
        b.grad.zero_()
    return loss.item()
