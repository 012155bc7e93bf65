"""Adds the derivatives instead of subtracting them.
加上了导数，而不是减去。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = w0, b0
    for step in range(steps):
        e = w * x + b - y
        w, b = w + lr * (e * x).mean(), b + lr * e.mean()
    return float(w), float(b)
