"""Is the plain ReLU: the slope is not used.
只是普通的 ReLU，没有用到斜率。

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
    return torch.where(x > 0, x, 0 * slope * x)
