"""Spreads grouped kernels to a dense weight with zeros, and views windows with Tensor.unfold.
把分组的核补零成稠密权重，用 Tensor.unfold 取窗口。
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
    blocks = w.reshape(groups, co // groups, cg, kh, kw)
    same = torch.eye(groups, dtype=x.dtype, device=x.device)
    dense = torch.einsum("gocuv,gk->gokcuv", blocks, same).reshape(co, groups * cg, kh, kw)
    windows = F.pad(x, (pw, pw, ph, ph)).unfold(2, dh * (kh - 1) + 1, sh).unfold(3, dw * (kw - 1) + 1, sw)
    windows = windows[..., ::dh, ::dw]
    out = torch.tensordot(windows, dense, dims=([1, 4, 5], [1, 2, 3])).permute(0, 3, 1, 2)
    return out.clone() if b is None else out.add(b[:, None, None])
