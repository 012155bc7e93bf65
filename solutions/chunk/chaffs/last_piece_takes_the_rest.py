"""Rounds the length down and gives the whole remainder to the last piece.
长度向下取整，余数全部归最后一块。

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
    step = size // n
    lengths = [step] * (n - 1) + [size - step * (n - 1)]
    return tuple(x.narrow(dim, i * step, length) for i, length in enumerate(lengths))
