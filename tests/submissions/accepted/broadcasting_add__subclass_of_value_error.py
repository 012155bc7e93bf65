"""Raises a class of its own, derived from ValueError and KeyError."""

import torch


class ShapesDoNotFit(ValueError, KeyError):
    """Two shapes that cannot be broadcast."""

    def __init__(self, first, second):
        super().__init__(first, second)

    def __str__(self):
        return "no: %s, %s" % self.args


def broadcasting_add(a, b):
    rank = max(a.dim(), b.dim())
    shape = []
    for m, n in zip((1,) * (rank - a.dim()) + a.shape, (1,) * (rank - b.dim()) + b.shape):
        if m != n and 1 not in (m, n):
            raise ShapesDoNotFit(m, n)
        shape.append(n if m == 1 else m)
    dtype = torch.result_type(a, b)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)
