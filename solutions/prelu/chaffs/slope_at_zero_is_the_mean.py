"""Writes ((1+w)·x + (1−w)·|x|)/2, whose gradient at 0 is the mean of both slopes.
写成 ((1+w)·x + (1−w)·|x|)/2，0 处的梯度是两侧斜率的平均。

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
    return ((1 + slope) * x + (1 - slope) * x.abs()) / 2
