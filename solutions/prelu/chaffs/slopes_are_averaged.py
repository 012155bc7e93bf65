"""Averages several slopes into one.
把多个斜率平均成一个。

Notes: S2, activation layers: PReLU | S2 激活函数层：PReLU
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.mean()
    else:
        raise ValueError("one slope, or one per channel")
    return torch.where(x > 0, x, slope * x)
