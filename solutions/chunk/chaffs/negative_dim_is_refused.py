"""Counts dims from 0 only: a negative one is an IndexError.
dim 只从 0 数起：负的一律 IndexError。

Notes: S1 §27–28, chunk | S1 第 27–28 节，chunk
"""

def chunk(x, n, dim=0):
    if n < 1:
        raise ValueError("n must be at least 1")
    if not 0 <= dim < x.dim():
        raise IndexError("no such dim")
    size = x.size(dim)
    if size == 0:
        return tuple(x.narrow(dim, 0, 0) for _ in range(n))
    step = -(-size // n)
    return tuple(x.narrow(dim, i, min(step, size - i)) for i in range(0, size, step))
