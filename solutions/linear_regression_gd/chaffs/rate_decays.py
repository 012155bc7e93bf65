"""Makes every step shorter than the one before.
每一步都比前一步短。

Notes: S2, linear regression | S2 线性回归
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    w, b = w0, b0
    for step in range(steps):
        e = w * x + b - y
        gw, gb = (e * x).mean(), e.mean()
        w, b = w - lr / (step + 1) * gw, b - lr / (step + 1) * gb
    return float(w), float(b)
