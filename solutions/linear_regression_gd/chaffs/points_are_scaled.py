"""Standardises x first, so that w belongs to another x.
先把 x 标准化，得到的 w 属于另一个 x。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    x = (x - x.mean()) / (x.std(correction=0) + 1e-8)
    w, b = w0, b0
    for step in range(steps):
        e = w * x + b - y
        gw, gb = (e * x).mean(), e.mean()
        w, b = w - lr * gw, b - lr * gb
    return float(w), float(b)
