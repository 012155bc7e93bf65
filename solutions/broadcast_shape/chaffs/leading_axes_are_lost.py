"""Pairs with zip, which ends at the shorter shape: the leading axes are lost.
用 zip 配对，到较短的形状为止：前面的轴丢了。

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
    return tuple(reversed([_size(m, n) for m, n in zip(reversed(s1), reversed(s2))]))
