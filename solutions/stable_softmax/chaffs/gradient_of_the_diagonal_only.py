"""Writes its own backward with p(1−p) only, the derivative by an output's own input.
自己写的反向只有 p(1−p)，即输出对自己那个输入的导数。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


class _Softmax(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, dim):
        e = torch.exp(x - x.amax(dim=dim, keepdim=True))
        p = e / e.sum(dim=dim, keepdim=True)
        ctx.save_for_backward(p)
        return p

    @staticmethod
    def backward(ctx, grad):
        (p,) = ctx.saved_tensors
        return grad * p * (1 - p), None


def stable_softmax(x, dim):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if x.numel() == 0:
        return x.clone()
    return _Softmax.apply(x, dim)
