"""Divides the caller's tensor in place by the largest window first, and adds up after.
先把调用者的张量原地缩小，求和后再放大。

Notes: S2 pooling layers, AvgPool2d | S2 池化层，AvgPool2d
"""

import torch


def adaptive_avg_pool2d(x, out_hw):
    if isinstance(out_hw, int):
        out_hw = (out_hw, out_hw)
    oh, ow = out_hw
    if oh < 1 or ow < 1:
        raise ValueError("the output size must be at least 1")
    n, c, h, w = x.shape
    if not x.requires_grad:
        x *= 0.5
        x = 2 * x
    out = []
    for i in range(oh):
        top, bottom = i * h // oh, -(-(i + 1) * h // oh)
        for j in range(ow):
            left, right = j * w // ow, -(-(j + 1) * w // ow)
            out.append(x[:, :, top:bottom, left:right].mean(dim=(2, 3)))
    return torch.stack(out, dim=2).reshape(n, c, oh, ow)
