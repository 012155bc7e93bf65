"""Writes window after window into a tensor of zeros, in place.
逐个窗口计算，原地写入零张量。
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


class Convolver:
    def __init__(self, w, groups, stride, dilation):
        self.w, self.groups = w, groups
        self.stride, self.dilation = stride, dilation

    def window(self, x, i, j):
        (sh, sw), (dh, dw) = self.stride, self.dilation
        kh, kw = self.w.shape[2:]
        return x[:, :, i * sh : i * sh + dh * (kh - 1) + 1 : dh, j * sw : j * sw + dw * (kw - 1) + 1 : dw]

    def at(self, x, i, j):
        window = self.window(x, i, j)
        size, per = self.w.shape[1], self.w.shape[0] // self.groups
        out = []
        for o in range(self.w.shape[0]):
            g = o // per
            out.append((window[:, g * size : (g + 1) * size] * self.w[o]).sum(dim=(1, 2, 3)))
        return torch.stack(out, dim=1)


def conv2d_naive(x, w, b=None, stride=1, padding=0, dilation=1, groups=1):
    stride, (ph, pw), dilation = _two(stride), _two(padding), _two(dilation)
    kh, kw = w.shape[-2:]
    _check(x, w, b, groups, kh, kw, ph, pw, *dilation)
    n, c, h, width = x.shape
    padded = torch.zeros(n, c, h + 2 * ph, width + 2 * pw, dtype=x.dtype, device=x.device)
    padded[:, :, ph : ph + h, pw : pw + width] = x
    oh = (h + 2 * ph - dilation[0] * (kh - 1) - 1) // stride[0] + 1
    ow = (width + 2 * pw - dilation[1] * (kw - 1) - 1) // stride[1] + 1
    convolver = Convolver(w, groups, stride, dilation)
    out = torch.zeros(n, w.shape[0], oh, ow, dtype=x.dtype, device=x.device)
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = convolver.at(padded, i, j)
    return out if b is None else out + b.reshape(1, -1, 1, 1)
