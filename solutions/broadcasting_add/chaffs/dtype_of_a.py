"""Gives the sum the dtype of the first operand.
让和沿用第一个操作数的 dtype。

Notes: S1 §24–26, the worked cases | S1 第 24–26 节，具体案例分析
"""


def _common_shape(s, t):
    rank = max(len(s), len(t))
    s = (1,) * (rank - len(s)) + tuple(s)
    t = (1,) * (rank - len(t)) + tuple(t)
    out = []
    for m, n in zip(s, t):
        if m != n and m != 1 and n != 1:
            raise ValueError(f"sizes {m} and {n} do not fit")
        out.append(n if m == 1 else m)
    return tuple(out)


def broadcasting_add(a, b):
    shape = _common_shape(a.shape, b.shape)
    total = a.expand(shape) + b.expand(shape)
    return total.to(a.dtype)
