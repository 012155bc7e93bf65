"""Loops over samples and adds outer products.
逐个样本循环，累加外积。
"""

import torch


def sigmoid(z):
    return 1 / (1 + torch.exp(-z))


def mlp_backward(x, W1, b1, W2, b2, t):
    grads = {name: torch.zeros_like(p) for name, p in (("W1", W1), ("b1", b1), ("W2", W2), ("b2", b2))}
    for sample, target in zip(x, t):
        h = sigmoid(W1 @ sample + b1)
        o = sigmoid(W2 @ h + b2)
        out = (o - target) * (o - o * o)
        back = (W2.t() @ out) * (h - h * h)
        grads["W2"] += torch.outer(out, h)
        grads["b2"] += out
        grads["W1"] += torch.outer(back, sample)
        grads["b1"] += back
    return {name: g / x.size(0) for name, g in grads.items()}
