"""Keeps the residual in y itself, which belongs to the caller.
把残差存进 y 本身，而 y 属于调用者。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    y -= w0 * x + b0
    w, b = w0, b0
    for step in range(steps):
        gw, gb = -(y * x).mean(), -y.mean()
        w, b = w - lr * gw, b - lr * gb
        y += lr * (gw * x + gb)
    return float(w), float(b)
