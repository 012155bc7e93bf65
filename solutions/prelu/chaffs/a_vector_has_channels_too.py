"""Takes the only axis of a vector for its channels.
把向量唯一的维当作通道。

Notes: S2, activation layers: PReLU | S2 激活函数层：PReLU
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.reshape(-1, *[1] * (x.dim() - 2))
    elif x.dim() == 1 and weight.shape == x.shape:
        slope = weight
    else:
        raise ValueError("one slope, or one per channel")
    return torch.where(x > 0, x, slope * x)
