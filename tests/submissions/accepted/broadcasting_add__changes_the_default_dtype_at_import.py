"""Makes float64 the default dtype at import; no answer depends on it."""

import torch


def broadcasting_add(a, b):
    rank = max(a.dim(), b.dim())
    shape = []
    for m, n in zip((1,) * (rank - a.dim()) + a.shape, (1,) * (rank - b.dim()) + b.shape):
        if m != n and 1 not in (m, n):
            raise ValueError(f"{m} and {n} do not fit")
        shape.append(n if m == 1 else m)
    dtype = torch.result_type(a, b)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)

torch.set_default_dtype(torch.float64)
