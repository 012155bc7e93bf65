"""Writes forward and backward as an autograd function.
自己写 autograd.Function 的前向与反向。
"""

import torch


class _Dropout(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, factors):
        ctx.save_for_backward(factors)
        return x * factors

    @staticmethod
    def backward(ctx, gradient):
        (factors,) = ctx.saved_tensors
        return gradient * factors, None


def dropout(x, p, training, generator=None):
    if not 0 <= p <= 1:
        raise ValueError(p)
    factors = torch.ones_like(x)
    if training:
        keep = torch.empty_like(x).uniform_(generator=generator) >= p
        factors = keep.to(x.dtype) * (1 / (1 - p) if p < 1 else 0)
    return _Dropout.apply(x, factors)
