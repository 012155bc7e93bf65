"""Walks from the right and forgets to turn the answer round.
从右往左走，却忘了把结果倒回来。

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
    return tuple(_size(m, n) for m, n in zip_longest(reversed(s1), reversed(s2), fillvalue=1))
