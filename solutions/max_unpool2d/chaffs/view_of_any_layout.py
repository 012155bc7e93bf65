"""Uses view, which refuses non-contiguous inputs.
使用 view，不连续的输入会报错。

Notes: S1 §20–23, view and contiguous | S1 第 20–23 节，view 与 contiguous
"""

import torch


def max_unpool2d(x, indices, out_hw):
    height, width = out_hw
    n, c, h, w = x.shape
    size = height * width
    if (indices < 0).any() or (indices >= size).any():
        raise ValueError("index out of range")
    flat_x = x.view(n, c, h * w)
    flat_indices = indices.view(n, c, h * w)
    out = torch.zeros(n, c, size, dtype=x.dtype, device=x.device)
    out = out.scatter(2, flat_indices, flat_x)
    return out.reshape(n, c, height, width)
