"""Never clears .grad: every step goes along the sum of all gradients so far.
从不清零 .grad：每一步都沿着至今所有梯度之和走。

Notes: S1 §37–40, autograd; S0, zero_grad | S1 第 37–40 节 autograd；S0 zero_grad
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    p = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    for _ in range(steps):
        x, y = p
        loss = (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
        loss.backward()
        with torch.no_grad():
            p -= lr * p.grad
    return p.detach()
