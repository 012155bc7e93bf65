"""Adds eps to the standard deviation instead of the variance.
把 eps 加在标准差上，而不是方差上。

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
        with torch.no_grad():
            running_mean.mul_(1 - momentum).add_(momentum * mean)
            running_var.mul_(1 - momentum).add_(momentum * var * m / (m - 1))
    else:
        mean, var = running_mean, running_var
    shape = [1, -1] + [1] * (x.dim() - 2)
    y = (x - mean.view(shape)) / (torch.sqrt(var.view(shape)) + eps)
    return gamma.view(shape) * y + beta.view(shape)
