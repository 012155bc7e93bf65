"""Aligns the shapes on the left: the missing 1s are appended at the end.
左对齐：缺的 1 补在了末尾。

Notes: S1 §24–26, broadcast: when two shapes match | S1 第 24–26 节，broadcast：什么时候匹配
"""

from itertools import zip_longest


def _size(m, n):
    if m == n or n == 1:
        return m
    if m == 1:
        return n
    raise ValueError(f"{m} and {n} do not fit")


def broadcast_shape(s1, s2):
    return tuple(_size(m, n) for m, n in zip_longest(s1, s2, fillvalue=1))
