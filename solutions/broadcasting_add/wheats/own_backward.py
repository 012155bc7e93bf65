"""A custom autograd function: the forward adds expanded views, the backward sums the gradient back.
自定义 autograd 函数：前向把扩展后的视图相加，反向把梯度求和还原。
"""

import torch


class _Add(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b, shape, dtype):
        ctx.save_for_backward()
        ctx.kinds = (a.shape, a.dtype), (b.shape, b.dtype)
        return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)

    @staticmethod
    def backward(ctx, grad):
        grads = [grad.sum_to_size(shape).to(dtype) for shape, dtype in ctx.kinds]
        return (*grads, None, None)


def _shape(a, b):
    shape = []
    for i in range(1, max(a.ndim, b.ndim) + 1):
        m = a.shape[-i] if i <= a.ndim else 1
        n = b.shape[-i] if i <= b.ndim else 1
        if not (m == n or m == 1 or n == 1):
            raise ValueError(f"axis -{i}: {m} and {n}")
        shape.insert(0, m if n == 1 else n)
    return tuple(shape)


def broadcasting_add(a, b):
    return _Add.apply(a, b, _shape(a, b), torch.result_type(a, b))
