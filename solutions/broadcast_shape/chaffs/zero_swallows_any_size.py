"""Lets 0 meet any size, and stay 0.
让 0 可以遇到任何大小，结果为 0。

Notes: S1 §24–26: size 0 is no wildcard | S1 第 24–26 节：大小 0 不是通配符
"""

from itertools import zip_longest


def broadcast_shape(s1, s2):
    out = []
    for m, n in zip_longest(reversed(s1), reversed(s2), fillvalue=1):
        if 0 in (m, n):
            out.append(0)
        elif m == n or n == 1:
            out.append(m)
        elif m == 1:
            out.append(n)
        else:
            raise ValueError(f"{m} and {n}")
    return tuple(reversed(out))
