"""A generator yields pieces until nothing is left; it prints what it does.
生成器不断产出，直到什么都不剩；还会打印过程。
"""

import torch


def _cut(x, k, dim):
    start = 0
    while start < x.size(dim):
        k = min(k, x.size(dim) - start)
        yield torch.narrow(x, dim, start, k)
        start += k


def chunk(x: torch.Tensor, n: int, dim: int = 0) -> tuple:
    if dim not in range(-x.ndim, x.ndim):
        raise IndexError(f"dim={dim} for {x.ndim} axes")
    if n < 1:
        raise ValueError(f"n={n}")
    if x.size(dim) == 0:
        return tuple([torch.narrow(x, dim, 0, 0)] * n)
    k = x.size(dim) // n + (x.size(dim) % n > 0)
    pieces = (*_cut(x, k, dim),)
    print(f"{len(pieces)} pieces")
    return pieces
