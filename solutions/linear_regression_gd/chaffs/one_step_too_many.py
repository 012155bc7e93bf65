"""Takes one step more than asked for, and one where none is asked for.
比要求的多走一步，要求零步时也走一步。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = w0, b0
    for step in range(steps + 1):
        e = w * x + b - y
        gw, gb = (e * x).mean(), e.mean()
        w, b = w - lr * gw, b - lr * gb
    return float(w), float(b)
