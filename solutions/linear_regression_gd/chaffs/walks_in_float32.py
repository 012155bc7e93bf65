"""Keeps w and b in float32 whatever the points are.
不管点的 dtype 是什么，w 和 b 都用 float32。

Notes: S2, linear regression | S2 线性回归
"""

import torch


def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = torch.tensor(float(w0)), torch.tensor(float(b0))
    for step in range(steps):
        e = w * x + b - y
        gw, gb = (e * x).mean(), e.mean()
        w -= lr * gw
        b -= lr * gb
    return float(w), float(b)
