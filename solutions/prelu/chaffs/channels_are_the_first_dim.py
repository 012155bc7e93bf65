"""Takes dim 0 for the channel.
把第 0 维当作通道。

Notes: S2, activation layers: PReLU | S2 激活函数层：PReLU
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[0],):
        slope = weight.reshape(-1, *[1] * (x.dim() - 1))
    else:
        raise ValueError("one slope, or one per channel")
    return torch.where(x > 0, x, slope * x)
