"""Computes offset and strides itself and asks for the windows with as_strided.
自己计算偏移和步长，用 as_strided 取窗口。
"""

def _check(x, n, dim):
    if n < 1:
        raise ValueError("n must be at least 1")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")


class Window:
    def __init__(self, x, dim):
        self.x, self.dim = x, dim % x.dim()

    def __call__(self, start, length):
        shape = list(self.x.shape)
        shape[self.dim] = length
        offset = self.x.storage_offset() + start * self.x.stride(self.dim)
        return self.x.as_strided(shape, self.x.stride(), offset)


def chunk(x, n, dim=0):
    _check(x, n, dim)
    window, size = Window(x, dim), x.size(dim)
    if size == 0:
        return tuple(window(0, 0) for _ in range(n))
    length = next(k for k in range(1, size + 1) if k * n >= size)
    whole, rest = divmod(size, length)
    lengths = [length] * whole + [rest] * (rest > 0)
    return tuple(window(i * length, k) for i, k in enumerate(lengths))
