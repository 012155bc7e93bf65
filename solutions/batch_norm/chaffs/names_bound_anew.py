"""Binds the names running_mean and running_var to new tensors: the caller's stay as they were.
只是把名字绑定到新张量：调用者的 running_mean、running_var 没有变。

Notes: S1 Batch Norm | S1 Batch Norm 一节
"""

import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        axes = [a for a in range(x.dim()) if a != 1]
        m = x.numel() // max(x.size(1), 1)
        if m == 1:
            raise ValueError
        mean = x.mean(axes)
        var = x.var(axes, correction=0)
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var * m / (m - 1)
    else:
        mean, var = running_mean, running_var
    shape = [1, -1] + [1] * (x.dim() - 2)
    y = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + eps)
    return gamma.view(shape) * y + beta.view(shape)
