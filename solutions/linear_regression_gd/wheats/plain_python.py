"""Lists and floats only.
只用列表和浮点数。
"""

def linear_regression_gd(x, y, lr, steps, w0=0.0, b0=0.0):
    pairs = list(zip(x.tolist(), y.tolist()))
    w, b = float(w0), float(b0)
    for _ in range(steps):
        errors = [w * p + b - q for p, q in pairs]
        dw = sum(e * p for e, (p, _) in zip(errors, pairs)) / len(pairs)
        db = sum(errors) / len(pairs)
        w, b = w - lr * dw, b - lr * db
    return w, b
