"""Rounds the length down; the remainder makes pieces beyond n.
长度向下取整；余数又多出几块，超过了 n。

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
    if size == 0:
        return tuple(x.narrow(dim, 0, 0) for _ in range(n))
    step = max(1, size // n)
    return tuple(x.narrow(dim, i, min(step, size - i)) for i in range(0, size, step))
