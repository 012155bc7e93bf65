"""Repeats each value over its share of the map instead of leaving zeros.
把每个值铺满它那一块，而不是留零。

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
    out = out.scatter(2, flat_indices, flat_x)
    rows = torch.arange(height, device=x.device) * h // height
    columns = torch.arange(width, device=x.device) * w // width
    return x[:, :, rows][:, :, :, columns]
