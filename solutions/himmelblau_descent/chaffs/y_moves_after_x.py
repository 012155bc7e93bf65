"""Moves x first and takes the slope for y at the new x.
先移动 x，再用新的 x 求 y 方向的斜率。

Notes: S1 §46, optimisation in practice | S1 第 46 节，优化实战
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    x, y = start
    for _ in range(steps):
        x = x - lr * (4 * x * (x**2 + y - 11) + 2 * (x + y**2 - 7))
        y = y - lr * (2 * (x**2 + y - 11) + 4 * y * (x + y**2 - 7))
    return torch.tensor([x, y], dtype=torch.float64)
