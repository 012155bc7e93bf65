"""Walks in float32 and converts the end.
用 float32 走，最后才转换。

Notes: S1 §46, optimisation in practice | S1 第 46 节，优化实战
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    p = torch.tensor(start, dtype=torch.float32, requires_grad=True)
    for _ in range(steps):
        p.grad = None
        x, y = p
        loss = (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
        loss.backward()
        with torch.no_grad():
            p -= lr * p.grad
    return p.detach().double()
