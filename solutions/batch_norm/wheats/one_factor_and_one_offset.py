"""Folds everything into one factor and one offset per channel.
把一切合并成每通道一个系数和一个偏移。
"""

import torch



def _as_channels(values, x):
    return values[(None, ...) + (None,) * (x.dim() - 2)]


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        axes = (0, *range(2, x.dim()))
        m = x[:, 0].numel()
        if m == 1:
            raise ValueError("needs more than one value per channel")
        mean = x.mean(axes)
        var = ((x - _as_channels(mean, x)) ** 2).mean(axes)
        running_mean.copy_(torch.lerp(running_mean, mean, momentum).detach())
        running_var.copy_((running_var * (1 - momentum) + momentum * var * m / (m - 1)).detach())
    else:
        mean, var = running_mean, running_var
    factor = gamma / torch.sqrt(var + eps)
    return _as_channels(factor, x) * (x - _as_channels(mean, x)) + _as_channels(beta, x)
