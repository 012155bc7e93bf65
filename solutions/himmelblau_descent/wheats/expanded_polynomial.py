"""Differentiates the expanded polynomial.
先展开多项式再求导。
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    x, y = (torch.tensor(c, dtype=torch.float64) for c in start)
    while steps > 0:
        dx = 4 * x**3 + 4 * x * y - 42 * x + 2 * y**2 - 14
        dy = 4 * y**3 + 4 * x * y - 26 * y + 2 * x**2 - 22
        x, y = x - lr * dx, y - lr * dy
        steps -= 1
    return torch.stack((x, y))
