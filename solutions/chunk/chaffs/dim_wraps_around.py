"""Takes dim modulo the number of axes, so that every dim exists.
对 dim 取模，于是任何 dim 都存在了。

Notes: S1 §27–28, chunk | S1 第 27–28 节，chunk
"""

def chunk(x, n, dim=0):
    if n < 1:
        raise ValueError("n must be at least 1")
    dim = dim % x.dim()
    size = x.size(dim)
    if size == 0:
        return tuple(x.narrow(dim, 0, 0) for _ in range(n))
    step = -(-size // n)
    return tuple(x.narrow(dim, i, min(step, size - i)) for i in range(0, size, step))
