"""Uses the indices of the first channel for all channels.
所有通道都用第一个通道的下标。

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
    flat_indices = indices[:, :1].expand_as(indices).reshape(n, c, h * w)
    out = torch.zeros(n, c, size, dtype=x.dtype, device=x.device)
    out = out.scatter(2, flat_indices, flat_x)
    return out.reshape(n, c, height, width)
