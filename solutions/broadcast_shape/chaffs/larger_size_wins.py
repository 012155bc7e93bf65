"""Takes the larger of the two sizes: 0 against 1 becomes 1.
取两个大小中较大的：0 遇到 1 得到 1。

Notes: S1 §24–26: size 0 is no wildcard, against 1 it gives 0 | S1 第 24–26 节：大小 0 不是通配符，遇到 1 得 0
"""

from itertools import zip_longest


def broadcast_shape(s1, s2):
    out = []
    for m, n in zip_longest(reversed(s1), reversed(s2), fillvalue=1):
        if m != n and 1 not in (m, n):
            raise ValueError(f"{m} and {n}")
        out.append(max(m, n))
    return tuple(reversed(out))
