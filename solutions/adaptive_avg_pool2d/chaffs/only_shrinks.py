"""Refuses a result larger than x.
拒绝比 x 更大的结果。

Notes: S2 pooling layers, AdaptiveMaxPool2d: size given, windows to be found | S2 池化层，AdaptiveMaxPool2d：已知输出尺寸，求窗口
"""

import torch


def adaptive_avg_pool2d(x, out_hw):
    if isinstance(out_hw, int):
        out_hw = (out_hw, out_hw)
    oh, ow = out_hw
    if oh < 1 or ow < 1 or oh > x.size(2) or ow > x.size(3):
        raise ValueError("the output size must be at least 1")
    n, c, h, w = x.shape
    out = []
    for i in range(oh):
        top, bottom = i * h // oh, -(-(i + 1) * h // oh)
        for j in range(ow):
            left, right = j * w // ow, -(-(j + 1) * w // ow)
            out.append(x[:, :, top:bottom, left:right].mean(dim=(2, 3)))
    return torch.stack(out, dim=2).reshape(n, c, oh, ow)
