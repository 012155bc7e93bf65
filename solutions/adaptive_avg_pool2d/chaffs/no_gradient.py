"""Writes Python numbers into a tensor: no gradient.
把 Python 数写进张量：没有梯度。

Notes: S1 §37–40, autograd | S1 第 37–40 节，自动求导
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
            out.append(x.detach()[:, :, top:bottom, left:right].mean(dim=(2, 3)))
    return torch.stack(out, dim=2).reshape(n, c, oh, ow)
