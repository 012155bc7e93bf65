"""Writes −∞ over the maxima in the caller's map once they are read.
取出最大值后，在调用者的图中把它们改成 −∞。

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
    values, place = windows.reshape(n, c, oh, ow, k * k).max(dim=-1)
    rows = torch.arange(oh, device=x.device).view(oh, 1) * stride - padding + place // k
    columns = torch.arange(ow, device=x.device) * stride - padding + place % k
    indices = rows * w + columns
    flat = x.detach().reshape(n, c, h * w)
    flat.scatter_(2, indices.clamp(0, h * w - 1).reshape(n, c, oh * ow), float("-inf"))
    return values, indices
