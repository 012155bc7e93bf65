"""One assignment with index tensors for sample, channel, row and column.
用样本、通道、行、列的下标张量一次赋值。
"""

import torch


def max_unpool2d(x, indices, out_hw):
    H, W = out_hw
    n, c, h, w = x.shape
    if indices.numel() and not (0 <= int(indices.min()) and int(indices.max()) < H * W):
        raise ValueError("index out of range")
    samples = torch.arange(n, device=x.device).view(n, 1, 1, 1)
    channels = torch.arange(c, device=x.device).view(c, 1, 1)
    out = torch.zeros(n, c, H, W, dtype=x.dtype, device=x.device)
    out[samples, channels, indices // W, indices % W] = x
    return out
