"""Deals the elements out like cards: every n-th goes to the same piece.
像发牌一样分：每隔 n 个归同一块。

Notes: S1 §27–28, chunk | S1 第 27–28 节，chunk
"""

def _check(x, n, dim):
    if n < 1:
        raise ValueError("n must be at least 1")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")


def chunk(x, n, dim=0):
    _check(x, n, dim)
    before = (slice(None),) * (dim % x.dim())
    size = x.size(dim)
    count = min(n, size) if size else n
    return tuple(x[before + (slice(i, None, n),)] for i in range(count))
