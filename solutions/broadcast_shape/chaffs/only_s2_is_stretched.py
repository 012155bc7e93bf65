"""Stretches the second shape to the first, never the first to the second.
只把第二个形状扩展成第一个，从不反过来。

Notes: S1 §24–26, broadcast: when two shapes match | S1 第 24–26 节，broadcast：什么时候匹配
"""

def broadcast_shape(s1, s2):
    rank = len(s1)
    if len(s2) > rank:
        raise ValueError("s2 is longer")
    wide = (1,) * (rank - len(s2)) + tuple(s2)
    for m, n in zip(s1, wide):
        if n not in (1, m):
            raise ValueError(f"{m} and {n}")
    return tuple(s1)
