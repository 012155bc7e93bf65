"""Puts the stamps one apart, whatever the stride; only the size follows it.
不管步长，印记都相距 1；只有尺寸随步长变化。

Notes: S2 transposed convolution | S2 转置卷积
"""

import torch


def conv_transpose2d_naive(x, w, b=None, stride=1, padding=0, output_padding=0):
    if output_padding >= stride:
        raise ValueError("output_padding must be less than stride")
    n, ci, h, width = x.shape
    co, kh, kw = w.size(1), w.size(2), w.size(3)
    oh = (h - 1) * stride + kh + output_padding
    ow = (width - 1) * stride + kw + output_padding
    canvas = torch.zeros(n, co, oh, ow, dtype=x.dtype, device=x.device)
    for i in range(h):
        for j in range(width):
            top, left = i, j
            stamp = torch.einsum("nc,couv->nouv", x[:, :, i, j], w)
            canvas[:, :, top : top + kh, left : left + kw] += stamp
    out = canvas[:, :, padding : oh - padding, padding : ow - padding]
    if b is not None:
        out = out + b.view(co, 1, 1)
    return out.clone()
