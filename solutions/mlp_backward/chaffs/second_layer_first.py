"""Sends the output's δ back through W2 after a step of gradient descent on it.
先对 W2 走了一步梯度下降，再用新的 W2 把 δ 传回去。

Notes: S1 §44–45, backpropagation | S1 第 44–45 节，反向传播
"""

import torch


def mlp_backward(x, W1, b1, W2, b2, t):
    n = x.shape[0]
    z = x @ W1.T + b1
    h = torch.sigmoid(z)
    o = torch.sigmoid(h @ W2.T + b2)
    d2 = (o - t) * o * (1 - o) / n
    d1 = d2 @ (W2 - d2.T @ h) * h * (1 - h)
    return {"W1": d1.T @ x, "b1": d1.sum(0), "W2": d2.T @ h, "b2": d2.sum(0)}
