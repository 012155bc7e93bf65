"""Converts everything to float32.
全部转成 float32。

Notes: S1 §14–15, dtypes | S1 第 14–15 节 张量数据类型
"""

import torch


def prelu(x, weight):
    if weight.numel() == 1:
        slope = weight.reshape(())
    elif x.dim() >= 2 and weight.shape == (x.shape[1],):
        slope = weight.reshape(-1, *[1] * (x.dim() - 2))
    else:
        raise ValueError("one slope, or one per channel")
    x, slope = x.float(), slope.float()
    return torch.where(x > 0, x, slope * x)
