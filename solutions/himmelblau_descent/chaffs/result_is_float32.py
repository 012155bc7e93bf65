"""Leaves the dtype to torch: float32.
dtype 听凭 torch 决定：float32。

Notes: S1 §46, optimisation in practice | S1 第 46 节，优化实战
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    p = torch.tensor(start, requires_grad=True)
    for _ in range(steps):
        p.grad = None
        x, y = p
        loss = (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
        loss.backward()
        with torch.no_grad():
            p -= lr * p.grad
    return p.detach()
