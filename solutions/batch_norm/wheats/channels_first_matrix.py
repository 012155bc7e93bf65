"""Turns the batch into a matrix with a row per channel.
把一批数据排成每通道一行的矩阵。
"""

import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    rows = x.transpose(0, 1).reshape(x.shape[1], -1) if x.numel() else x.new_zeros(x.shape[1], 0)
    if training:
        m = rows.shape[1]
        if m < 2:
            raise ValueError(m)
        mean = rows.sum(1) / m
        centred = rows - mean[:, None]
        squares = centred.square().sum(1)
        var = squares / m
        running_mean.data.mul_(1 - momentum).add_(mean.detach(), alpha=momentum)
        running_var.data.mul_(1 - momentum).add_(squares.detach() / (m - 1), alpha=momentum)
    else:
        mean, var = running_mean, running_var
        centred = rows - mean[:, None]
    out = centred * (gamma / (var + eps).sqrt())[:, None] + beta[:, None]
    return out.reshape(x.shape[1], x.shape[0], *x.shape[2:]).transpose(0, 1)
