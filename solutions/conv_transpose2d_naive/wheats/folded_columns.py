"""A matrix product makes all stamps, F.fold adds them up.
用矩阵乘法得到所有印记，由 F.fold 相加。
"""

import torch
import torch.nn.functional as F


def conv_transpose2d_naive(x, w, b=None, stride=1, padding=0, output_padding=0):
    if output_padding >= stride:
        raise ValueError("output_padding must be less than stride")
    n, ci, h, width = x.shape
    co, kh, kw = w.shape[1:]
    columns = w.reshape(ci, co * kh * kw).t() @ x.reshape(n, ci, h * width)
    full = ((h - 1) * stride + kh, (width - 1) * stride + kw)
    canvas = F.fold(columns, full, (kh, kw), stride=stride)
    canvas = F.pad(canvas, (0, output_padding, 0, output_padding))
    out = canvas[:, :, padding : canvas.size(2) - padding, padding : canvas.size(3) - padding]
    bias = torch.zeros(co, dtype=x.dtype, device=x.device) if b is None else b
    return out + bias[:, None, None]
