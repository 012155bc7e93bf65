import torch


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    rank = max(a.dim(), b.dim())
    a = a.to(dtype).reshape((1,) * (rank - a.dim()) + tuple(a.shape))
    b = b.to(dtype).reshape((1,) * (rank - b.dim()) + tuple(b.shape))
    shape = []
    for m, n in zip(a.shape, b.shape):
        if m != n and 1 not in (m, n):
            raise ValueError((m, n))
        shape.append(m if n == 1 else n)
    total = torch.zeros(shape, dtype=dtype)
    total = total + a.expand(shape)
    total = total + b.expand(shape)
    return total
