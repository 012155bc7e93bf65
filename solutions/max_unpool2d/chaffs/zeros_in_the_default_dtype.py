"""Makes the zeros in the default dtype.
零张量用了默认 dtype。

Notes: S1 §14–15, data types | S1 第 14–15 节，数据类型
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
    out = torch.zeros(n, c, size, device=x.device)
    out = out.scatter(2, flat_indices, flat_x.float())
    return out.reshape(n, c, height, width)
