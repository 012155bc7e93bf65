"""Returns the loss as a tensor, graph and all, not as a number.
把损失作为张量（连同计算图）返回，而不是数。

Notes: S2, linear regression | S2 线性回归
"""

import torch


def autograd_linear_step(w, b, x, y, lr):
    loss = 0.5 * ((w * x + b - y) ** 2).mean()
    gw, gb = torch.autograd.grad(loss, (w, b))
    with torch.no_grad():
        w -= lr * gw
        b -= lr * gb
    w.grad = b.grad = None
    return loss
