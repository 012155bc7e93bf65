"""Normalises with the unbiased variance, which belongs in running_var alone.
用无偏方差归一化，而它只应进入 running_var。

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
        var = x.var(axes)
        with torch.no_grad():
            running_mean.mul_(1 - momentum).add_(momentum * mean)
            running_var.mul_(1 - momentum).add_(momentum * var)
    else:
        mean, var = running_mean, running_var
    shape = [1, -1] + [1] * (x.dim() - 2)
    y = (x - mean.view(shape)) / torch.sqrt(var.view(shape) + eps)
    return gamma.view(shape) * y + beta.view(shape)
