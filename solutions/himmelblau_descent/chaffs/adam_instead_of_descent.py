"""Uses Adam, as the notes do.
像笔记那样用了 Adam。

Notes: S1 §46, optimisation in practice | S1 第 46 节，优化实战
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    p = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    m = v = torch.zeros(2, dtype=torch.float64)
    for t in range(1, steps + 1):
        p.grad = None
        x, y = p
        loss = (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
        loss.backward()
        with torch.no_grad():
            m = 0.9 * m + 0.1 * p.grad
            v = 0.999 * v + 0.001 * p.grad**2
            p -= lr * (m / (1 - 0.9**t)) / ((v / (1 - 0.999**t)).sqrt() + 1e-8)
    return p.detach()
