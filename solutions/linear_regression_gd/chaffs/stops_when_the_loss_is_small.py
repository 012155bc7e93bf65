"""Stops as soon as the loss is below 1, as the loop in the notes does.
损失一小于 1 就停下，笔记里的循环就是这样。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = w0, b0
    for step in range(steps):
        e = w * x + b - y
        if (e * e).mean() / 2 < 1:
            break
        gw, gb = (e * x).mean(), e.mean()
        w, b = w - lr * gw, b - lr * gb
    return float(w), float(b)
