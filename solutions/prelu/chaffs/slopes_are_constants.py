"""Detaches the slopes, so they can never be learnt.
把斜率 detach 了，也就无法学习。

Notes: S1 §37–40, autograd; S2, PReLU | S1 第 37–40 节 自动求导；S2 PReLU
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.reshape(-1, *[1] * (x.dim() - 2))
    else:
        raise ValueError("one slope, or one per channel")
    slope = slope.detach()
    return torch.where(x > 0, x, slope * x)
