"""Computes in float64 and rounds at the end.
用 float64 计算，最后再舍入。
"""

import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    wide = x.double()
    shape = (1, x.size(1)) + (1,) * (x.dim() - 2)
    if training:
        axes = [0] + list(range(2, x.dim()))
        count = wide.numel() / x.size(1)
        if count == 1:
            raise ValueError("a single value")
        mean = wide.mean(dim=axes)
        var = (wide.pow(2).mean(dim=axes) - mean.pow(2)).clamp_min(0) if x.dtype == torch.float32 else wide.var(axes, correction=0)
        with torch.no_grad():
            running_mean.mul_(1 - momentum).add_(mean.to(x.dtype) * momentum)
            running_var.mul_(1 - momentum).add_((var * count / (count - 1)).to(x.dtype) * momentum)
    else:
        mean, var = running_mean.double(), running_var.double()
    y = (wide - mean.reshape(shape)) / (var.reshape(shape) + eps).sqrt()
    return (y * gamma.double().reshape(shape) + beta.double().reshape(shape)).to(x.dtype)
