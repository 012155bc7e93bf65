"""Rounds the size up: a last window that is cut off counts too.
尺寸向上取整：最后一个不完整的窗口也算。

Notes: S2 pooling layers, ceil_mode | S2 池化层，ceil_mode
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    if padding > k / 2:
        raise ValueError("padding must be at most half of the window")
    if stride is None:
        stride = k
    n, c, h, w = x.shape
    extra = [-(side + 2 * padding - k) % stride for side in (w, h)]
    padded = F.pad(x, (padding, padding + extra[0], padding, padding + extra[1]), value=float("-inf"))
    windows = padded.unfold(2, k, stride).unfold(3, k, stride)
    oh, ow = windows.size(2), windows.size(3)
    values, place = windows.reshape(n, c, oh, ow, k * k).max(dim=-1)
    rows = torch.arange(oh, device=x.device).view(oh, 1) * stride - padding + place // k
    columns = torch.arange(ow, device=x.device) * stride - padding + place % k
    indices = rows * w + columns
    return values, indices
