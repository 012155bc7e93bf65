"""Leaves the check to scatter, which raises a RuntimeError.
把检查留给 scatter，它抛出的是 RuntimeError。

Notes: S2 pooling layers, return_indices: flat positions per plane | S2 池化层，return_indices：每个平面内的一维位置
"""

import torch


def max_unpool2d(x, indices, out_hw):
    height, width = out_hw
    n, c, h, w = x.shape
    size = height * width
    flat_x = x.reshape(n, c, h * w)
    flat_indices = indices.reshape(n, c, h * w)
    out = torch.zeros(n, c, size, dtype=x.dtype, device=x.device)
    out = out.scatter(2, flat_indices, flat_x)
    return out.reshape(n, c, height, width)
