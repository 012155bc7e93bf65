"""Returns x itself where the map is no larger.
图并不更大时直接返回 x。

Notes: S2 pooling layers, MaxUnpool2d | S2 池化层，MaxUnpool2d
"""

import torch


def max_unpool2d(x, indices, out_hw):
    height, width = out_hw
    n, c, h, w = x.shape
    if (height, width) == (h, w) and torch.equal(indices.flatten(2), torch.arange(h * w, device=x.device).expand(n, c, h * w)):
        return x
    size = height * width
    if (indices < 0).any() or (indices >= size).any():
        raise ValueError("index out of range")
    flat_x = x.reshape(n, c, h * w)
    flat_indices = indices.reshape(n, c, h * w)
    out = torch.zeros(n, c, size, dtype=x.dtype, device=x.device)
    out = out.scatter(2, flat_indices, flat_x)
    return out.reshape(n, c, height, width)
