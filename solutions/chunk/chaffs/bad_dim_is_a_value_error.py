"""Raises ValueError for a dim that is not there.
dim 不存在时抛的是 ValueError。

Notes: S1 §27–28, chunk | S1 第 27–28 节，chunk
"""

def chunk(x, n, dim=0):
    if n < 1 or not -x.dim() <= dim < x.dim():
        raise ValueError("bad arguments")
    size = x.size(dim)
    if size == 0:
        return tuple(x.narrow(dim, 0, 0) for _ in range(n))
    step = -(-size // n)
    return tuple(x.narrow(dim, i, min(step, size - i)) for i in range(0, size, step))
