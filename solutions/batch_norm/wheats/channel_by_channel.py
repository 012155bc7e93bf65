"""Loops over the channels.
逐通道循环。
"""

import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training and x.numel() == x.shape[1]:
        raise ValueError("one value per channel")
    outs = []
    for c in range(x.shape[1]):
        part = x[:, c]
        if training:
            mean, var = part.mean(), part.var(correction=0)
            m = part.numel()
            running_mean[c] = (1 - momentum) * running_mean[c] + momentum * mean.item()
            running_var[c] = (1 - momentum) * running_var[c] + momentum * part.detach().var(correction=1)
        else:
            mean, var = running_mean[c], running_var[c]
        outs.append((part - mean) * torch.rsqrt(var + eps) * gamma[c] + beta[c])
    return torch.stack(outs, 1)
