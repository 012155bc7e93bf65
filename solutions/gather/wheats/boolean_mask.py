"""Builds a mask with exactly one hit per result element and lets x[mask] read them in order.
构造一个掩码，每个结果元素恰好命中一次，再用 x[mask] 按顺序读出。
"""

import torch


def _check(x, dim, index):
    if x.dim() == 0 or x.dim() != index.dim():
        raise ValueError("x and index need the same number of axes, at least one")
    if index.dtype not in (torch.int32, torch.int64):
        raise TypeError("index must be int32 or int64")
    if not -x.dim() <= dim < x.dim():
        raise IndexError("dim out of range")
    dim = dim % x.dim()
    for i in range(x.dim()):
        if i != dim and index.size(i) > x.size(i):
            raise ValueError("index is longer than x on axis %d" % i)
    if index.numel() and (index.min() < 0 or index.max() >= x.size(dim)):
        raise IndexError("index out of range")
    return dim


class _Rows:
    """x and index with dim moved to the end, x cut to index's size on the other axes."""

    def __init__(self, x, dim, index):
        self.index = torch.movedim(index, dim, -1)
        self.x = torch.movedim(x, dim, -1)
        for axis, size in enumerate(self.index.shape[:-1]):
            self.x = self.x.narrow(axis, 0, size)

    def pick(self):
        positions = torch.arange(self.x.size(-1), device=self.x.device)
        mask = self.index.unsqueeze(-1).eq(positions)
        table = self.x.unsqueeze(-2).expand(mask.shape)
        return table[mask].reshape(self.index.shape)


def gather(x: torch.Tensor, dim: int, index: torch.Tensor) -> torch.Tensor:
    dim = _check(x, dim, index)
    return _Rows(x, dim, index).pick().movedim(-1, dim)
