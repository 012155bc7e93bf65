"""Loops over pixels and adds each stamp to a slice of the canvas.
逐个像素循环，把印记加到画布的切片上。
"""

import torch


def conv_transpose2d_naive(x, w, b=None, stride=1, padding=0, output_padding=0):
    if output_padding > stride - 1:
        raise ValueError("output padding must be smaller than stride")
    n, ci, h, width = x.shape
    _, co, kh, kw = w.shape
    big_h, big_w = (h - 1) * stride + kh + output_padding, (width - 1) * stride + kw + output_padding
    canvas = torch.zeros((n, co, big_h, big_w), dtype=x.dtype, device=x.device)
    for i in range(h):
        for j in range(width):
            stamp = torch.tensordot(x[:, :, i, j], w, dims=1)
            canvas[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw] += stamp
    out = canvas[:, :, padding : big_h - padding, padding : big_w - padding]
    if b is None:
        return out.contiguous().clone()
    return out + b[:, None, None]
