"""Takes the value that is largest in magnitude.
取绝对值最大的值。

Notes: S1 pooling and sampling | S1 池化与采样
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    if padding > k / 2:
        raise ValueError("padding must be at most half of the window")
    if stride is None:
        stride = k
    n, c, h, w = x.shape
    padded = F.pad(x, (padding, padding, padding, padding), value=float("-inf"))
    windows = padded.unfold(2, k, stride).unfold(3, k, stride)
    oh, ow = windows.size(2), windows.size(3)
    values, place = windows.reshape(n, c, oh, ow, k * k).abs().max(dim=-1)
    rows = torch.arange(oh, device=x.device).view(oh, 1) * stride - padding + place // k
    columns = torch.arange(ow, device=x.device) * stride - padding + place % k
    indices = rows * w + columns
    values = x.reshape(n, c, h * w).gather(2, indices.clamp(0, h * w - 1).reshape(n, c, oh * ow)).reshape(n, c, oh, ow)
    return values, indices
