"""Puts zeros between the pixels and correlates with the flipped kernel.
在像素之间插零，再与翻转的核做互相关。
"""

import torch
import torch.nn.functional as F


def conv_transpose2d_naive(x, w, b=None, stride=1, padding=0, output_padding=0):
    if not output_padding < stride:
        raise ValueError(f"output_padding={output_padding}, stride={stride}")
    n, ci, h, width = x.shape
    kh, kw = w.shape[2:]
    spread = x.new_zeros(n, ci, (h - 1) * stride + 1, (width - 1) * stride + 1)
    spread[:, :, ::stride, ::stride] = x
    top, left = kh - 1 - padding, kw - 1 - padding
    spread = F.pad(spread, (left, left + output_padding, top, top + output_padding))
    windows = spread.unfold(2, kh, 1).unfold(3, kw, 1)
    out = torch.einsum("ncijuv,couv->noij", windows, w.flip(2, 3))
    return out if b is None else out + b.view(1, -1, 1, 1)
