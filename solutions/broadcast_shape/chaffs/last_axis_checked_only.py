"""Checks the last axis; on the others the larger size wins.
只检查最后一维，其余各维取较大的。

Notes: S1 §24–26: every axis must match, starting from the last | S1 第 24–26 节：从最后一维开始，每一维都要匹配
"""

from itertools import zip_longest


def broadcast_shape(s1, s2):
    out = []
    for m, n in zip_longest(reversed(s1), reversed(s2), fillvalue=1):
        if not out and m != n and 1 not in (m, n):
            raise ValueError(f"{m} and {n}")
        out.append(n if m == 1 else m if n == 1 else max(m, n) if m and n else 0)
    return tuple(reversed(out))
