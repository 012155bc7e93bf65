"""Writes relu(x) − w·relu(−x), whose gradient at 0 is 0.
写成 relu(x) − w·relu(−x)，0 处的梯度是 0。

Notes: S2, activation layers: PReLU | S2 激活函数层：PReLU
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.reshape(-1, *[1] * (x.dim() - 2))
    else:
        raise ValueError("one slope, or one per channel")
    return torch.relu(x) - slope * torch.relu(-x)
