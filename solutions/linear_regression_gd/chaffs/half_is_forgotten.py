"""Differentiates the mean of squares without the ½: every step is twice as long.
对不带 ½ 的平方均值求导：每一步都长了一倍。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = w0, b0
    for step in range(steps):
        e = w * x + b - y
        w, b = w - lr * 2 * (e * x).mean(), b - lr * 2 * e.mean()
    return float(w), float(b)
