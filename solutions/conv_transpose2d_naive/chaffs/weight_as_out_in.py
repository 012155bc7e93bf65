"""Takes the weight for [Co, Ci, kh, kw], as in a convolution.
把权重当成 [Co, Ci, kh, kw]，像卷积那样。

Notes: S2 transposed convolution, ConvTranspose2d: weight (in, out, kh, kw) | S2 转置卷积，ConvTranspose2d 的权重为（输入，输出，kh，kw）
"""

import torch


def conv_transpose2d_naive(x, w, b=None, stride=1, padding=0, output_padding=0):
    if output_padding >= stride:
        raise ValueError("output_padding must be less than stride")
    n, ci, h, width = x.shape
    co, kh, kw = w.size(0), w.size(2), w.size(3)
    oh = (h - 1) * stride + kh + output_padding
    ow = (width - 1) * stride + kw + output_padding
    canvas = torch.zeros(n, co, oh, ow, dtype=x.dtype, device=x.device)
    for i in range(h):
        for j in range(width):
            top, left = i * stride, j * stride
            stamp = torch.einsum("nc,ocuv->nouv", x[:, :, i, j], w)
            canvas[:, :, top : top + kh, left : left + kw] += stamp
    out = canvas[:, :, padding : oh - padding, padding : ow - padding]
    if b is not None:
        out = out + b.view(co, 1, 1)
    return out.clone()
