"""Adds the offset of each map to the caller's indices.
把每张图的偏移加到调用者的 indices 上。

Notes: S2 pooling layers, return_indices: flat positions per plane | S2 池化层，return_indices：每个平面内的一维位置
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
    indices += torch.arange(n * c, device=x.device).view(n, c, 1, 1) * size
    flat = indices.reshape(-1)
    out = out.reshape(-1).scatter(0, flat, flat_x.reshape(-1))
    return out.reshape(n, c, height, width)
