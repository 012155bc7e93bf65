"""Multiplies by the weight as it is, so a 0-d x becomes a vector of one element.
直接乘以 weight，0 维的 x 变成了一个元素的向量。

Notes: S1 §24–26, broadcasting; S2, PReLU | S1 第 24–26 节 broadcast；S2 PReLU
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.reshape(-1, *[1] * (x.dim() - 2))
    else:
        raise ValueError("one slope, or one per channel")
    return torch.where(x > 0, x, slope * x)
