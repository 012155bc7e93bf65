"""Pads the shorter shape with 1s, then compares axis by axis with a comprehension.
给较短的形状补 1，再用推导式逐轴比较。
"""

def broadcast_shape(s1, s2):
    rank = max(len(s1), len(s2))
    a = (1,) * (rank - len(s1)) + tuple(s1)
    b = (1,) * (rank - len(s2)) + tuple(s2)
    if any(m != n and m != 1 and n != 1 for m, n in zip(a, b)):
        raise ValueError(f"{s1} and {s2} do not broadcast")
    return tuple(n if m == 1 else m for m, n in zip(a, b))
