"""Writes the backward pass of training by hand.
自己写训练时的反向传播。
"""

import torch


class _Normalise(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, mean, std, axes):
        y = (x - mean) / std
        ctx.axes = axes
        ctx.save_for_backward(y, std)
        return y

    @staticmethod
    def backward(ctx, g):
        y, std = ctx.saved_tensors
        inner = g - g.mean(ctx.axes, keepdim=True) - y * (g * y).mean(ctx.axes, keepdim=True)
        return inner / std, None, None, None


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    shape = [x.shape[1] if axis == 1 else 1 for axis in range(x.dim())]
    if not training:
        y = (x - running_mean.reshape(shape)) / (running_var.reshape(shape) + eps).sqrt()
        return y * gamma.reshape(shape) + beta.reshape(shape)
    axes = [axis for axis in range(x.dim()) if axis != 1]
    fixed = x.detach()
    if fixed[:, :1].numel() == 1:
        raise ValueError
    running_mean.copy_((1 - momentum) * running_mean + momentum * fixed.mean(axes))
    running_var.copy_((1 - momentum) * running_var + momentum * fixed.var(axes))
    mean = fixed.mean(axes, keepdim=True)
    std = (fixed.var(axes, correction=0, keepdim=True) + eps).sqrt()
    return _Normalise.apply(x, mean, std, axes) * gamma.reshape(shape) + beta.reshape(shape)
