"""Returns 0-d tensors instead of numbers.
返回 0 维张量，而不是数。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = x.new_tensor(w0), x.new_tensor(b0)
    for step in range(steps):
        e = w * x + b - y
        gw, gb = (e * x).mean(), e.mean()
        w, b = w - lr * gw, b - lr * gb
    return w, b
