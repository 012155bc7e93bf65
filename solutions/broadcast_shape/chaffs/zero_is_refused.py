"""Takes a size of 0 for a mistake.
把大小 0 当成错误。

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
    if 0 in s1 or 0 in s2:
        raise ValueError("empty axis")
    pairs = zip_longest(reversed(s1), reversed(s2), fillvalue=1)
    return tuple(reversed([_size(m, n) for m, n in pairs]))
