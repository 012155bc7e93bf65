"""Makes a column of x: the errors become N×N, every point against every other.
把 x 变成一列：误差变成 N×N，每个点与所有点相减。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    x = x.contiguous()
    w, b = w0, b0
    for step in range(steps):
        e = w * x.view(-1, 1) + b - y
        w, b = w - lr * (e * x.view(-1, 1)).mean(), b - lr * e.mean()
    return float(w), float(b)
