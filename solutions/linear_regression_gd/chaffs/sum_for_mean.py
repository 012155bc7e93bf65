"""Adds up over the points instead of averaging.
对所有点求和，而不是求平均。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = w0, b0
    for step in range(steps):
        e = w * x + b - y
        w, b = w - lr * (e * x).sum(), b - lr * e.sum()
    return float(w), float(b)
