"""Moves b by the derivative for w, as the line in the notes does.
用 w 的导数更新 b，笔记里那一行就是这样写的。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = w0, b0
    for step in range(steps):
        g = ((w * x + b - y) * x).mean()
        w, b = w - lr * g, b - lr * g
    return float(w), float(b)
