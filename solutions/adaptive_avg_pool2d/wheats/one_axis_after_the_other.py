"""Pools the height, then the width; the mean of the means is right, because windows are rectangles.
先池化高再池化宽；窗口是矩形，所以平均的平均是对的。
"""

import torch


def _pool(x, dim, out):
    size = x.shape[dim]
    pieces = []
    for i in range(out):
        start, stop = (i * size) // out, -((-(i + 1) * size) // out)
        pieces.append(x.narrow(dim, start, stop - start).mean(dim=dim, keepdim=True))
    return torch.cat(pieces, dim=dim)


def adaptive_avg_pool2d(x, out_hw):
    sizes = (out_hw,) * 2 if not hasattr(out_hw, "__len__") else tuple(out_hw)
    if any(size < 1 for size in sizes):
        raise ValueError(f"{sizes}")
    for dim, out in zip((2, 3), sizes):
        x = _pool(x, dim, out)
    return x
