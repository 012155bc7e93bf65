"""A custom autograd function: backward is p·(g − Σ g·p).
自定义 autograd 函数：反向为 p·(g − Σ g·p)。
"""

import torch


class Softmax(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, dim):
        p = x.clone()
        if x.size(dim):
            p.sub_(p.sort(dim, descending=True).values.narrow(dim, 0, 1)).exp_()
            p.div_(p.sum(dim, keepdim=True))
        ctx.dim = dim
        ctx.save_for_backward(p)
        return p

    @staticmethod
    def backward(ctx, grad):
        (p,) = ctx.saved_tensors
        return p * (grad - (grad * p).sum(ctx.dim, keepdim=True)), None


def stable_softmax(x, dim):
    if x.dtype not in (torch.float16, torch.bfloat16, torch.float32, torch.float64):
        x = x.to(torch.get_default_dtype())
    return Softmax.apply(x, dim)
