"""Recursion: cuts one piece off the front and goes on with the rest.
递归：从前面切下一块，再切剩下的。
"""

def _check(x, n, dim):
    if n < 1:
        raise ValueError("n must be at least 1")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")


def _pieces(rest, length, dim):
    size = rest.size(dim)
    if size <= length:
        return [rest.narrow(dim, 0, size)]
    return [rest.narrow(dim, 0, length)] + _pieces(rest.narrow(dim, length, size - length), length, dim)


def chunk(x, n, dim=0):
    _check(x, n, dim)
    size = x.size(dim)
    if not size:
        return tuple(x.narrow(dim, 0, 0) for _ in range(n))
    return tuple(_pieces(x, (size + n - 1) // n, dim))
