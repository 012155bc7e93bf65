"""Adds the bias only if the kernel moves one by one.
只有步长为 1 时才加偏置。

Notes: S3 §6, one bias per output channel | S3 第 6 节，每个输出通道一个偏置
"""

import torch
import torch.nn.functional as F


def pair(value):
    return (value, value) if isinstance(value, int) else value


def conv2d_naive(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    sh, sw = pair(stride)
    ph, pw = pair(padding)
    dh, dw = pair(dilation)
    n, ci, h, width = x.shape
    co, cg, kh, kw = w.shape
    if ci != cg * groups or co % groups != 0:
        raise ValueError("channels do not fit")
    if b is not None and b.shape != (co,):
        raise ValueError("bias does not fit")
    oh = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    ow = (width + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    if oh < 1 or ow < 1:
        raise ValueError("kernel does not fit")
    padded = F.pad(x, (pw, pw, ph, ph))
    per = co // groups
    maps = []
    for o in range(co):
        g = o // per
        image = padded[:, g * cg : (g + 1) * cg]
        total = torch.zeros(n, oh, ow, dtype=x.dtype, device=x.device)
        for u in range(kh):
            for v in range(kw):
                top, left = u * dh, v * dw
                seen = image[:, :, top : top + (oh - 1) * sh + 1 : sh, left : left + (ow - 1) * sw + 1 : sw]
                total = total + (seen * w[o, :, u, v].view(cg, 1, 1)).sum(dim=1)
        if b is not None and sh == sw == 1:
            total = total + b[o]
        maps.append(total)
    return torch.stack(maps, dim=1)
