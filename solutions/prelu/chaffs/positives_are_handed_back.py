"""Returns x itself where nothing is negative.
没有负数时直接返回 x 本身。

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
    if x.numel() and (x > 0).all():
        return x
    return torch.where(x > 0, x, slope * x)
