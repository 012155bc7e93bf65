"""Collects the means in a float32 tensor.
把平均值收进 float32 张量。

Notes: S1 §14–15, data types | S1 第 14–15 节，数据类型
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
            out.append(x[:, :, top:bottom, left:right].mean(dim=(2, 3)))
    return torch.stack(out, dim=2).reshape(n, c, oh, ow).float()
