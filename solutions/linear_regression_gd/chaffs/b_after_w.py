"""Updates w first and computes the derivative for b with the new w.
先更新 w，再用新的 w 求 b 的导数。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = w0, b0
    for step in range(steps):
        w = w - lr * ((w * x + b - y) * x).mean()
        b = b - lr * (w * x + b - y).mean()
    return float(w), float(b)
