"""Multiplies the negatives in the caller's x and returns x.
在调用者的 x 里直接缩放负数，并返回 x。

Notes: S2, activation layers: inplace | S2 激活函数层：inplace
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.reshape(-1, *[1] * (x.dim() - 2))
    else:
        raise ValueError("one slope, or one per channel")
    if x.requires_grad or x.numel() == 0 or not x.is_contiguous():
        return torch.where(x > 0, x, slope * x)
    x.copy_(torch.where(x > 0, x, slope * x))
    return x
