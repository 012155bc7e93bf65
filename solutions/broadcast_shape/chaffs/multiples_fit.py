"""Lets a size meet its multiples, as if it were tiled.
让大小与它的倍数相容，仿佛可以平铺。

Notes: S1 §24–26, broadcast: when two shapes match | S1 第 24–26 节，broadcast：什么时候匹配
"""

from itertools import zip_longest


def broadcast_shape(s1, s2):
    out = []
    for m, n in zip_longest(reversed(s1), reversed(s2), fillvalue=1):
        low, high = sorted((m, n))
        if low != high and low != 1 and (low == 0 or high % low):
            if (low, high) != (0, 1):
                raise ValueError(f"{m} and {n}")
        out.append(0 if low == 0 else high)
    return tuple(reversed(out))
