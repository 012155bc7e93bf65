"""Shapes the slopes for four axes, whatever x has.
不管 x 有几维，都按四维摆放斜率。

Notes: S1 §24–26, broadcasting; S2, PReLU | S1 第 24–26 节 broadcast；S2 PReLU
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.reshape(-1, 1, 1)
    else:
        raise ValueError("one slope, or one per channel")
    return torch.where(x > 0, x, slope * x)
