"""Moves the channels to the end, where gamma broadcasts by itself.
把通道移到最后一维，让 gamma 自行广播。
"""

import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    moved = x.movedim(1, -1)
    if training:
        axes = tuple(range(moved.dim() - 1))
        if moved[..., 0].numel() == 1:
            raise ValueError
        var, mean = torch.var_mean(moved, axes, correction=0)
        unbiased = torch.var(moved.detach(), axes)
        running_mean += momentum * (mean.detach() - running_mean)
        running_var += momentum * (unbiased - running_var)
    else:
        mean, var = running_mean, running_var
    return ((moved - mean) * (var + eps) ** -0.5 * gamma + beta).movedim(-1, 1)
