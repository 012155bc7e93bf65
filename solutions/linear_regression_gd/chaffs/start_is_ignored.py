"""Always starts at 0, whatever w0 and b0 are.
不管 w0 和 b0 是多少，总从 0 出发。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = 0.0, 0.0
    for step in range(steps):
        e = w * x + b - y
        gw, gb = (e * x).mean(), e.mean()
        w, b = w - lr * gw, b - lr * gb
    return float(w), float(b)
