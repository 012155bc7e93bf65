"""Never clears .grad: every backward() adds to the one before.
从不清零 .grad：每次 backward() 都加在上一次的上面。

Notes: S1 §37–40, autograd | S1 第 37–40 节 autograd
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    loss = 0.5 * ((w * x + b - y) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
        b -= lr * b.grad
    return loss.item()
