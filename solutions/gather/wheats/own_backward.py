"""A custom autograd function whose backward accumulates with index_put; it warns about repeats.
自定义 autograd 函数，反向用 index_put 累加；遇到重复下标会发出警告。
"""

import warnings

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


class _Pick(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, grids):
        ctx.grids, ctx.like = grids, x.shape
        return x[grids]

    @staticmethod
    def backward(ctx, grad):
        total = grad.new_zeros(ctx.like)
        return total.index_put(ctx.grids, grad, accumulate=True), None


def gather(x, dim, index):
    dim = _check(x, dim, index)
    if index.size(dim) > x.size(dim):
        warnings.warn("some element must be picked twice", stacklevel=2)
    shape = list(index.shape)
    grids = list(torch.meshgrid(*[torch.arange(n, device=x.device) for n in shape], indexing="ij"))
    grids[dim] = index.to(torch.int64)
    return _Pick.apply(x, tuple(grids))
