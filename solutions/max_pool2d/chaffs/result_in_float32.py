"""Converts to float32.
转换成 float32。

Notes: S1 §14–15, data types | S1 第 14–15 节，数据类型
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
    return values.float(), indices
