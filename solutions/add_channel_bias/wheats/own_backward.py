"""A custom autograd function, its backward sums over the axes of images and pixels.
自定义 autograd 函数，反向对图像和像素各维求和。
"""

import torch


class _Shift(torch.autograd.Function):
    @staticmethod
    def forward(ctx, feat, bias):
        ctx.kinds = feat.dtype, bias.dtype
        return torch.add(feat, bias.view(1, -1, 1, 1) if len(bias) else bias.view(1, 0, 1, 1))

    @staticmethod
    def backward(ctx, grad):
        of_feat, of_bias = ctx.kinds
        return grad.to(of_feat), grad.sum(dim=(0, 2, 3)).to(of_bias)


def add_channel_bias(feat, bias):
    if bias.ndim != 1 or bias.numel() != feat.size(1):
        raise ValueError(bias.shape)
    return _Shift.apply(feat, bias)
