"""Takes the larger size everywhere and refuses nothing.
处处取较大的，什么都不拒绝。

Notes: S1 §24–26, broadcast: when two shapes match | S1 第 24–26 节，broadcast：什么时候匹配
"""

from itertools import zip_longest


def broadcast_shape(s1, s2):
    pairs = zip_longest(reversed(s1), reversed(s2), fillvalue=1)
    return tuple(reversed([max(m, n) for m, n in pairs]))
