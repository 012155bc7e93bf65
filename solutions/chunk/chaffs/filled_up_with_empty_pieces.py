"""Adds empty pieces until there are n of them.
用空块补足到 n 块。

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
    step = -(-size // n)
    starts = [min(i * step, size) for i in range(n)]
    return tuple(x.narrow(dim, start, min(step, size - start)) for start in starts)
