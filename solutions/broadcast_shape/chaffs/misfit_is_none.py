"""Returns None where shapes do not fit.
形状不相容时返回 None。

Notes: S1 §24–26, broadcast: when two shapes match | S1 第 24–26 节，broadcast：什么时候匹配
"""

from itertools import zip_longest


def broadcast_shape(s1, s2):
    out = []
    for m, n in zip_longest(reversed(s1), reversed(s2), fillvalue=1):
        if m != n and 1 not in (m, n):
            return None
        out.append(n if m == 1 else m)
    return tuple(reversed(out))
