"""Returns the leaf itself, which requires grad.
返回叶子张量本身，它仍需要梯度。

Notes: S1 §37–40, autograd; S0, zero_grad | S1 第 37–40 节 autograd；S0 zero_grad
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    p = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    for _ in range(steps):
        p.grad = None
        x, y = p
        loss = (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
        loss.backward()
        with torch.no_grad():
            p -= lr * p.grad
    return p
