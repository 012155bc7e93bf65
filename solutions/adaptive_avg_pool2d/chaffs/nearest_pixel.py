"""Picks the first pixel of each window.
只取每个窗口的第一个像素。

Notes: S2 pooling layers, AdaptiveMaxPool2d: size given, windows to be found | S2 池化层，AdaptiveMaxPool2d：已知输出尺寸，求窗口
"""

import torch


def adaptive_avg_pool2d(x, out_hw):
    if isinstance(out_hw, int):
        out_hw = (out_hw, out_hw)
    oh, ow = out_hw
    if oh < 1 or ow < 1:
        raise ValueError("the output size must be at least 1")
    n, c, h, w = x.shape
    out = []
    for i in range(oh):
        top, bottom = i * h // oh, -(-(i + 1) * h // oh)
        for j in range(ow):
            left, right = j * w // ow, -(-(j + 1) * w // ow)
            out.append(x[:, :, top, left])
    return torch.stack(out, dim=2).reshape(n, c, oh, ow)
