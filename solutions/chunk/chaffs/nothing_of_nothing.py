"""Loops over the starts below size: along an axis of size 0 there is not even one piece.
遍历小于 size 的起点：大小为 0 的维上一块也没有。

Notes: S1 §27–28, chunk | S1 第 27–28 节，chunk
"""

def _check(x, n, dim):
    if n < 1:
        raise ValueError("n must be at least 1")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")


def chunk(x, n, dim=0):
    _check(x, n, dim)
    size = x.size(dim)
    step = max(1, -(-size // n))
    return tuple(x.narrow(dim, i, min(step, size - i)) for i in range(0, size, step))
