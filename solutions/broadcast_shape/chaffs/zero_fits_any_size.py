"""Believes that 0, 1 or the same will do: 0 against 3 becomes 3.
以为“0、1 或相同”都行：0 遇到 3 得到 3。

Notes: S1 §24–26: “0, 1 or the same” means a missing axis by 0 | S1 第 24–26 节：“0、1 或相同”里的 0 指的是轴缺失
"""

from itertools import zip_longest


def broadcast_shape(s1, s2):
    out = []
    for m, n in zip_longest(reversed(s1), reversed(s2), fillvalue=1):
        if m != n and not {0, 1} & {m, n}:
            raise ValueError(f"{m} and {n}")
        out.append(max(m, n))
    return tuple(reversed(out))
