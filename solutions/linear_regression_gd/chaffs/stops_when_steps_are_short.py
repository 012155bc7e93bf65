"""Stops where the loss hardly falls any more, before all steps are taken.
损失几乎不再下降时就停下，没有走完所有步数。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = w0, b0
    for step in range(steps):
        e = w * x + b - y
        gw, gb = (e * x).mean(), e.mean()
        if gw * gw + gb * gb < 1e-2:
            break
        w, b = w - lr * gw, b - lr * gb
    return float(w), float(b)
