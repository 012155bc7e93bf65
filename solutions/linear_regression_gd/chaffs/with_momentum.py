"""Keeps a part of the last step: descent with momentum.
保留上一步的一部分：带动量的下降。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    vw = vb = 0.0
    w, b = w0, b0
    for step in range(steps):
        e = w * x + b - y
        vw, vb = 0.9 * vw + (e * x).mean(), 0.9 * vb + e.mean()
        w, b = w - lr * vw, b - lr * vb
    return float(w), float(b)
