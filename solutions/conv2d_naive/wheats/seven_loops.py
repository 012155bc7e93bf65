"""Seven nested loops over numbers, without padding: what lies outside is skipped.
七重循环逐个数相乘；不做填充，图外的直接跳过。
"""

import torch


def _check(x, w, b, groups, kh, kw, ph, pw, dh, dw):
    if x.shape[1] != w.shape[1] * groups or w.shape[0] % groups != 0:
        raise ValueError("channels")
    if b is not None and tuple(b.shape) != (w.shape[0],):
        raise ValueError("bias")
    if dh * (kh - 1) + 1 > x.shape[2] + 2 * ph or dw * (kw - 1) + 1 > x.shape[3] + 2 * pw:
        raise ValueError("kernel")


def _two(v):
    return tuple(v) if isinstance(v, (tuple, list)) else (v, v)


def conv2d_naive(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    (sh, sw), (ph, pw), (dh, dw) = _two(stride), _two(padding), _two(dilation)
    n, ci, h, width = x.shape
    co, cg, kh, kw = w.shape
    _check(x, w, b, groups, kh, kw, ph, pw, dh, dw)
    oh = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    ow = (width + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    rows = []
    for o in range(co):
        first = o // (co // groups) * cg
        for i in range(oh):
            for j in range(ow):
                total = x.new_zeros(n) if b is None else b[o].expand(n)
                for c in range(cg):
                    for u in range(kh):
                        for v in range(kw):
                            row, column = i * sh - ph + u * dh, j * sw - pw + v * dw
                            if 0 <= row < h and 0 <= column < width:
                                total = total + w[o, c, u, v] * x[:, first + c, row, column]
                rows.append(total)
    return torch.stack(rows, dim=1).reshape(n, co, oh, ow)
