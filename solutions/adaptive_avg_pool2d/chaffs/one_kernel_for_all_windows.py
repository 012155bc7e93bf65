"""Uses one kernel and stride of H // oh: the rest at the edge is lost, and nothing can grow.
统一用 H // oh 作核与步长：边缘剩余的部分丢失，也无法放大。

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
        top, bottom = i * max(h // oh, 1), (i + 1) * max(h // oh, 1)
        for j in range(ow):
            left, right = j * max(w // ow, 1), (j + 1) * max(w // ow, 1)
            out.append(x[:, :, top:bottom, left:right].mean(dim=(2, 3)))
    return torch.stack(out, dim=2).reshape(n, c, oh, ow)
