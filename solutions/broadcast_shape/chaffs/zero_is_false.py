"""Writes m or n where a size may be missing, and a 0 counts as missing.
用 m or n 处理缺失的大小，结果 0 也被当成缺失。

Notes: S1 §24–26: a missing axis is not an axis of size 0 | S1 第 24–26 节：轴缺失不等于大小为 0
"""

from itertools import zip_longest


def _size(m, n):
    if m == n or n == 1:
        return m
    if m == 1:
        return n
    raise ValueError(f"{m} and {n} do not fit")


def broadcast_shape(s1, s2):
    pairs = zip_longest(reversed(s1), reversed(s2))
    return tuple(reversed([_size(m or 1, n or 1) for m, n in pairs]))
