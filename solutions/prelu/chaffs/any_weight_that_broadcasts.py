"""Checks nothing and uses whatever broadcasts.
什么都不检查，凡能广播的都用。

Notes: S1 §24–26, broadcasting; S2, PReLU | S1 第 24–26 节 broadcast；S2 PReLU
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.reshape(-1, *[1] * (x.dim() - 2))
    else:
        slope = weight
        if x.dim() == 0 or weight.dim() != 1 or weight.numel() != x.shape[-1]:
            raise ValueError("does not broadcast")
    return torch.where(x > 0, x, slope * x)
