"""Returns the shape with more elements, without looking at the axes one by one.
直接返回元素较多的形状，而不逐轴比较。

Notes: S1 §24–26, broadcast: when two shapes match | S1 第 24–26 节，broadcast：什么时候匹配
"""

from math import prod


from itertools import zip_longest


def _size(m, n):
    if m == n or n == 1:
        return m
    if m == 1:
        return n
    raise ValueError(f"{m} and {n} do not fit")


def broadcast_shape(s1, s2):
    for m, n in zip(reversed(s1), reversed(s2)):
        _size(m, n)
    first, second = tuple(s1), tuple(s2)
    return max(first, second, key=lambda s: (prod(s), len(s)))
