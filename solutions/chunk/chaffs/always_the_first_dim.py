"""Slices x[a:b], whatever dim says.
不管 dim 是多少，都按 x[a:b] 切片。

Notes: S1 §27–28, chunk | S1 第 27–28 节，chunk
"""

def _check(x, n, dim):
    if n < 1:
        raise ValueError("n must be at least 1")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")


def chunk(x, n, dim=0):
    _check(x, n, dim)
    size = len(x)
    if size == 0:
        return tuple(x[:0] for _ in range(n))
    step = -(-size // n)
    return tuple(x[i : i + step] for i in range(0, size, step))
