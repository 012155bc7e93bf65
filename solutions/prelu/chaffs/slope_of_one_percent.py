"""Uses the fixed slope 0.01 of leaky ReLU.
用了 Leaky ReLU 的固定斜率 0.01。

Notes: S2, activation layers: LeakyReLU and PReLU | S2 激活函数层：LeakyReLU 与 PReLU
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.reshape(-1, *[1] * (x.dim() - 2))
    else:
        raise ValueError("one slope, or one per channel")
    return torch.where(x > 0, x, 0.01 * x + 0 * slope)
