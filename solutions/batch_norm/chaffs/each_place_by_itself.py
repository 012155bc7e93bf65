"""Takes statistics over the samples only, a mean for each place of an image.
只对样本求统计量，图像的每个位置各有一个均值。

Notes: S1 Batch Norm | S1 Batch Norm 一节
"""

import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    if training:
        axes = [a for a in range(x.dim()) if a != 1]
        m = x.numel() // max(x.size(1), 1)
        if m == 1:
            raise ValueError
        mean = x.mean(0, keepdim=True)
        var = x.var(0, keepdim=True, correction=0)
        with torch.no_grad():
            flat = x.transpose(0, 1).flatten(1)
            running_mean.mul_(1 - momentum).add_(momentum * flat.mean(1))
            running_var.mul_(1 - momentum).add_(momentum * flat.var(1))
    else:
        mean, var = running_mean, running_var
    shape = [1, -1] + [1] * (x.dim() - 2)
    y = (x - mean.view([1, *x.shape[1:]] if training else shape)) / torch.sqrt(var.view([1, *x.shape[1:]] if training else shape) + eps)
    return gamma.view(shape) * y + beta.view(shape)
