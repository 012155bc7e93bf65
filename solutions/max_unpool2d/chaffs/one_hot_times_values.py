"""Multiplies values with one-hot codes: one NaN or infinity spreads over its map.
用值乘以 one-hot：一个 NaN 或无穷大会扩散到整张图。

Notes: S2 pooling layers, MaxUnpool2d | S2 池化层，MaxUnpool2d
"""

import torch


def max_unpool2d(x, indices, out_hw):
    height, width = out_hw
    n, c, h, w = x.shape
    size = height * width
    if (indices < 0).any() or (indices >= size).any():
        raise ValueError("index out of range")
    flat_x = x.reshape(n, c, h * w)
    flat_indices = indices.reshape(n, c, h * w)
    out = torch.zeros(n, c, size, dtype=x.dtype, device=x.device)
    codes = torch.nn.functional.one_hot(flat_indices, size).to(x.dtype)
    seen = codes.cumsum(2).eq(1) & codes.eq(1)
    out = (seen.to(x.dtype) * flat_x.unsqueeze(-1)).sum(2)
    return out.reshape(n, c, height, width)
