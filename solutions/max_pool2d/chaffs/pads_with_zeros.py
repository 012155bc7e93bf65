"""Pads with zeros: in a map of negative numbers the edge wins.
用零填充：全为负数的图里边缘会胜出。

Notes: S2 pooling layers, MaxPool2d | S2 池化层，MaxPool2d
"""

import torch
import torch.nn.functional as F


def max_pool2d(x, k, stride=None, padding=0):
    if padding > k / 2:
        raise ValueError("padding must be at most half of the window")
    if stride is None:
        stride = k
    n, c, h, w = x.shape
    padded = F.pad(x, (padding, padding, padding, padding))
    windows = padded.unfold(2, k, stride).unfold(3, k, stride)
    oh, ow = windows.size(2), windows.size(3)
    values, place = windows.reshape(n, c, oh, ow, k * k).max(dim=-1)
    rows = torch.arange(oh, device=x.device).view(oh, 1) * stride - padding + place // k
    columns = torch.arange(ow, device=x.device) * stride - padding + place % k
    indices = rows * w + columns
    return values, indices
