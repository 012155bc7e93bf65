"""Takes n for the length of a piece, which is what split does.
把 n 当成每块的长度，那是 split 的含义。

Notes: S1 §27–28, split: lengths and counts are exchanged in its comments | S1 第 27–28 节，split：注释里把长度和份数写反了
"""

def _check(x, n, dim):
    if n < 1:
        raise ValueError("n must be at least 1")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")


def chunk(x, n, dim=0):
    _check(x, n, dim)
    size = x.size(dim)
    if size == 0:
        return tuple(x.narrow(dim, 0, 0) for _ in range(n))
    return tuple(x.narrow(dim, i, min(n, size - i)) for i in range(0, size, n))
