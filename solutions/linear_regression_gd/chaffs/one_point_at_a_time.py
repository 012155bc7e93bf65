"""Moves after every single point instead of after all of them.
每看一个点就走一步，而不是看完所有点再走。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = w0, b0
    for step in range(steps):
        for p, q in zip(x.tolist(), y.tolist()):
            e = w * p + b - q
            w, b = w - lr * e * p / len(x), b - lr * e / len(x)
    return float(w), float(b)
