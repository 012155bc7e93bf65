"""Makes float64 the default dtype of the whole program.
把整个程序的默认 dtype 改成了 float64。

Notes: S1 §46, optimisation in practice | S1 第 46 节，优化实战
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    torch.set_default_dtype(torch.float64)
    p = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    for _ in range(steps):
        p.grad = None
        x, y = p
        loss = (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
        loss.backward()
        with torch.no_grad():
            p -= lr * p.grad
    return p.detach()
