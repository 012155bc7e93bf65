"""Loops over the positions of the index along dim (not over elements) and stacks the slices.
沿 dim 遍历 index 的每个位置（而不是每个元素），再把切片叠起来。
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


def _slice(rows, chosen):
    """Return rows[..., chosen] element by element, vectorised: rows [*, n], chosen [*]."""
    position = torch.zeros_like(chosen)
    for axis, size in enumerate(chosen.shape):
        count = torch.arange(size, device=chosen.device)
        position = position * rows.size(axis) + count.reshape([size] + [1] * (chosen.dim() - axis - 1))
    position = position * rows.size(-1) + chosen
    return rows.reshape(-1)[position]


def gather(x, dim, index):
    dim = _check(x, dim, index)
    if index.numel() == 0:
        return x.new_empty(index.shape)
    rows = x.transpose(dim, -1)
    picks = index.to(torch.int64).transpose(dim, -1)
    slices = [_slice(rows, picks[..., k]) for k in range(picks.size(-1))]
    return torch.stack(slices, dim=-1).transpose(dim, -1)
