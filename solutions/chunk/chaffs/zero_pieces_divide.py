"""Does not look at n: 0 pieces are a ZeroDivisionError.
不检查 n：切成 0 块时出现 ZeroDivisionError。

Notes: S1 §27–28, chunk | S1 第 27–28 节，chunk
"""

def chunk(x, n, dim=0):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    size = x.size(dim)
    if size == 0:
        return tuple(x.narrow(dim, 0, 0) for _ in range(n))
    step = max(1, -(-size // n))
    return tuple(x.narrow(dim, i, min(step, size - i)) for i in range(0, size, step))
