"""Reuses the memory of t for the error.
把误差写进了 t 的内存。

Notes: S1, in-place operations | S1 原地操作
"""

import torch


def mlp_backward(x, W1, b1, W2, b2, t):
    n = x.shape[0]
    z = x @ W1.T + b1
    h = torch.sigmoid(z)
    o = torch.sigmoid(h @ W2.T + b2)
    d2 = t.neg_().add_(o) * o * (1 - o) / n
    d1 = d2 @ W2 * h * (1 - h)
    return {"W1": d1.T @ x, "b1": d1.sum(0), "W2": d2.T @ h, "b2": d2.sum(0)}
