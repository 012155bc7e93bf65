"""A custom autograd function; the backward puts the gradients into zeros and sums them back.
自定义 autograd 函数；反向把梯度放回全零张量，再求和还原。
"""

import torch


class _Select(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, mask):
        ctx.save_for_backward(mask)
        ctx.like = x.shape
        return x[mask].clone()

    @staticmethod
    def backward(ctx, grad):
        (mask,) = ctx.saved_tensors
        full = torch.zeros(ctx.like, dtype=grad.dtype, device=grad.device)
        full[mask] = grad
        return full, None


def masked_select(x, mask):
    if mask.dtype != torch.bool:
        raise TypeError("bool masks only")
    try:
        shape = torch.broadcast_shapes(x.shape, mask.shape)
    except RuntimeError as error:
        raise ValueError(error) from error
    return _Select.apply(x.expand(shape), mask.expand(shape))
