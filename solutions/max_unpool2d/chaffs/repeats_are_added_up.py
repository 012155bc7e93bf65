"""Uses scatter_add: a place named twice gets the sum.
用了 scatter_add：出现两次的位置得到两倍的值。

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
    out = out.scatter_add(2, flat_indices, flat_x)
    return out.reshape(n, c, height, width)
