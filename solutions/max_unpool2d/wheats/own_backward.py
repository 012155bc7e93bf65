"""A custom autograd function: scatter forward, gather backward.
自定义 autograd 函数：前向 scatter，反向 gather。
"""

import torch


class _Unpool(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, flat, area):
        ctx.save_for_backward(flat)
        ctx.like = x.shape
        out = torch.zeros(x.shape[0], x.shape[1], area, dtype=x.dtype, device=x.device)
        return out.scatter_(-1, flat, x.reshape(flat.shape))

    @staticmethod
    def backward(ctx, grad):
        (flat,) = ctx.saved_tensors
        return grad.gather(-1, flat).reshape(ctx.like), None, None


def max_unpool2d(x, indices, out_hw):
    h, w = out_hw
    flat = indices.reshape(*x.shape[:2], x.shape[2] * x.shape[3])
    if (flat.clamp(0, h * w - 1) != flat).any():
        raise ValueError("indices")
    return _Unpool.apply(x, flat, h * w).reshape(*x.shape[:2], h, w)
