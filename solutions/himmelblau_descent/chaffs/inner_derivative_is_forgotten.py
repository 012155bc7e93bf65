"""Takes 4·x·a and 4·y·b for the slopes: each variable is seen in one square only.
把 4·x·a 和 4·y·b 当作斜率：每个变量只看到了一个平方项。

Notes: S1 §46, optimisation in practice | S1 第 46 节，优化实战
"""

import torch


def himmelblau_descent(start, lr=0.01, steps=1000):
    x, y = start
    for _ in range(steps):
        a, b = x**2 + y - 11, x + y**2 - 7
        x, y = x - lr * 4 * x * a, y - lr * 4 * y * b
    return torch.tensor([float(x), float(y)], dtype=torch.float64)
