"""Makes a column of y: w·x + b − y becomes N×N, every point against every other.
把 y 变成一列：w·x + b − y 变成 N×N，每个点与所有点相减。

Notes: S2, linear regression | S2 线性回归
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    loss = 0.5 * ((w * x + b - y.reshape(-1, 1)) ** 2).mean()
    gw, gb = torch.autograd.grad(loss, (w, b))
    with torch.no_grad():
        w -= lr * gw
        b -= lr * gb
    w.grad = b.grad = None
    return loss.item()
