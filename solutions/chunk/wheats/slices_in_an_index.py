"""Builds an index of slices, with full slices before the cut axis.
用切片组成下标，被切的那一维之前全是完整切片。
"""

import math


def chunk(x, n, dim=0):
    if n <= 0:
        raise ValueError(f"{n} pieces")
    if dim >= x.dim() or dim < -x.dim():
        raise IndexError(f"dim {dim}")
    before = (slice(None),) * (dim % x.dim())
    size = x.shape[dim]
    step = math.ceil(size / n)
    if step == 0:
        return (x[before + (slice(0, 0),)],) * n
    return tuple(x[before + (slice(i, i + step),)] for i in range(0, size, step))
