"""Takes one step less than asked for.
少走了一步。

Notes: S1 §46, optimisation in practice | S1 第 46 节，优化实战
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    p = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    for _ in range(1, steps):
        p.grad = None
        x, y = p
        loss = (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
        loss.backward()
        with torch.no_grad():
            p -= lr * p.grad
    return p.detach()
