"""A custom autograd function; the gradient is masked, then summed to each input's shape.
自定义 autograd 函数：梯度先按掩码选择，再求和还原成各输入的形状。
"""

import torch


class _Choose(torch.autograd.Function):
    @staticmethod
    def forward(ctx, cond, x, y):
        ctx.save_for_backward(cond)
        table = torch.stack((y, x)).reshape(2, cond.numel())
        return table[cond.reshape(-1).long(), torch.arange(cond.numel(), device=x.device)].view(cond.shape)

    @staticmethod
    def backward(ctx, grad):
        (cond,) = ctx.saved_tensors
        return None, grad * cond, grad * ~cond


def where_select(cond, x, y):
    if cond.dtype != torch.bool:
        raise TypeError("a truth value is needed")
    dtype = torch.result_type(x, y)
    cond, x, y = torch.broadcast_tensors(cond, x, y)
    return _Choose.apply(cond, x.to(dtype), y.to(dtype))
