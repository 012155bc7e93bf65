"""Where one is 1 the product is the other one; otherwise they must be equal.
有一个是 1 时，乘积就是另一个；否则两者必须相等。
"""

from itertools import zip_longest


def _meet(m, n):
    if 1 in (m, n):
        return m * n
    if m - n:
        raise ValueError(f"{m} != {n}")
    return m


def broadcast_shape(s1, s2):
    return tuple(map(_meet, *zip(*zip_longest(s1[::-1], s2[::-1], fillvalue=1))))[::-1] if s1 or s2 else ()
