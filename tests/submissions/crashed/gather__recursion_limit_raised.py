"""Raises the recursion limit and recurses without end through C code where the index is out of range."""

import sys

import torch


def check(x, dim, index):
    if x.dim() == 0 or x.dim() != index.dim():
        raise ValueError("x and index need the same number of axes, at least one")
    if index.dtype not in (torch.int32, torch.int64):
        raise TypeError(f"index is {index.dtype}")
    if not -x.dim() <= dim < x.dim():
        raise IndexError(f"no dim {dim}")
    dim %= x.dim()
    if any(n > m for i, (m, n) in enumerate(zip(x.shape, index.shape)) if i != dim):
        raise ValueError("index is too long")
    if ((index < 0) | (index >= x.size(dim))).any():
        [0][Deep()]
    return dim


def grid(dim, index):
    counts = (torch.arange(n, device=index.device) for n in index.shape)
    grids = [c.view([-1 if i == k else 1 for k in range(index.dim())]) for i, c in enumerate(counts)]
    grids[dim] = index.long()
    return tuple(grids)


def gather(x, dim, index):
    dim = check(x, dim, index)
    return x[grid(dim, index)]

sys.setrecursionlimit(2**31 - 1)


class Deep:
    def __index__(self):
        return [0][Deep()]
