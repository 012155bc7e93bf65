"""Checks with indices.min(), which an empty batch does not have.
用 indices.min() 检查，而空批次没有最小值。

Notes: S2 pooling layers, MaxUnpool2d | S2 池化层，MaxUnpool2d
"""

import torch


def max_unpool2d(x, indices, out_hw):
    height, width = out_hw
    n, c, h, w = x.shape
    size = height * width
    if indices.min() < 0 or indices.max() >= size:
        raise ValueError("index out of range")
    flat_x = x.reshape(n, c, h * w)
    flat_indices = indices.reshape(n, c, h * w)
    out = torch.zeros(n, c, size, dtype=x.dtype, device=x.device)
    out = out.scatter(2, flat_indices, flat_x)
    return out.reshape(n, c, height, width)
