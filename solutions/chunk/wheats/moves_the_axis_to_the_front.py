"""Transposes the cut axis to the front, slices rows, and transposes every piece back.
把被切的维换到最前面，按行切片，再把每一块换回来。
"""

def _check(x, n, dim):
    if n < 1:
        raise ValueError("n must be at least 1")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")


def chunk(x, n, dim=0):
    _check(x, n, dim)
    rows = x.transpose(0, dim)
    count = len(rows)
    step = max(1, -(-count // n))
    edges = list(range(0, count, step)) + [count]
    if count == 0:
        edges = [0] * (n + 1)
    return tuple(rows[a:b].transpose(0, dim) for a, b in zip(edges, edges[1:]))
