"""Writes clamp(x, min=0) + w·clamp(x, max=0): at 0 both let the gradient through.
写成 clamp(x, min=0) + w·clamp(x, max=0)：0 处两者都让梯度通过。

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
    return x.clamp(min=0) + slope * x.clamp(max=0)
