"""Makes whole pieces only; what is left at the end is lost.
只要完整的块，末尾剩下的丢掉了。

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
    step = -(-size // n)
    return tuple(x.narrow(dim, i * step, step) for i in range(size // step))
