"""Reports a weight that does not fit as a RuntimeError, as torch does.
把不合适的 weight 报成 RuntimeError，和 torch 一样。

Notes: S2, activation layers: PReLU | S2 激活函数层：PReLU
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.reshape(-1, *[1] * (x.dim() - 2))
    else:
        raise RuntimeError("one slope, or one per channel")
    return torch.where(x > 0, x, slope * x)
