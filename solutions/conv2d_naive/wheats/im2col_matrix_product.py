"""F.unfold and one batched matrix product over groups.
F.unfold，再对各组做一次批量矩阵乘法。
"""

import torch
import torch.nn.functional as F


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
    co, cg, kh, kw = w.shape
    _check(x, w, b, groups, kh, kw, ph, pw, dh, dw)
    n = x.shape[0]
    oh = (x.shape[2] + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    ow = (x.shape[3] + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    columns = F.unfold(x, (kh, kw), dilation=(dh, dw), padding=(ph, pw), stride=(sh, sw))
    columns = columns.reshape(n, groups, cg * kh * kw, oh * ow)
    kernels = w.reshape(groups, co // groups, cg * kh * kw)
    out = (kernels @ columns).reshape(n, co, oh, ow)
    if b is not None:
        out += b[:, None, None]
    return out
