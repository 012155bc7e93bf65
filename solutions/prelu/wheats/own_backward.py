"""A custom autograd function with both gradients written out.
自定义 autograd 函数，两个梯度都自己写。
"""

import torch


class _PReLU(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, slope):
        ctx.save_for_backward(x, slope)
        return torch.where(x > 0, x, x * slope)

    @staticmethod
    def backward(ctx, grad):
        x, slope = ctx.saved_tensors
        down = x <= 0
        by_x = torch.where(down, slope * grad, grad)
        by_slope = (grad * x * down).sum_to_size(slope.shape) if slope.dim() else (grad * x * down).sum()
        return by_x, by_slope


def prelu(x, weight):
    shape = [1] * x.dim()
    if weight.numel() > 1:
        if x.dim() < 2 or x.shape[1] != weight.numel():
            raise ValueError("slopes per channel")
        shape[1] = -1
    elif weight.numel() == 0:
        raise ValueError("no slope")
    return _PReLU.apply(x, weight.reshape(shape))
