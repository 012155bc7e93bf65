"""Visits every window of every map in Python and stacks the maxima.
用 Python 逐个窗口求最大值，再叠起来。
"""

import torch


def max_pool2d(x, k, stride=None, padding=0):
    if padding > k / 2:
        raise ValueError("pad should be at most half of kernel size")
    s = stride or k
    n, c, h, w = x.shape
    oh, ow = (h + 2 * padding - k) // s + 1, (w + 2 * padding - k) // s + 1
    values, indices = [], torch.zeros(n, c, oh, ow, dtype=torch.int64, device=x.device)
    for i in range(oh):
        for j in range(ow):
            top, left = max(i * s - padding, 0), max(j * s - padding, 0)
            bottom, right = min(i * s - padding + k, h), min(j * s - padding + k, w)
            window = x[:, :, top:bottom, left:right].reshape(n, c, (bottom - top) * (right - left))
            best, where = window.max(dim=2)
            values.append(best)
            indices[:, :, i, j] = (top + where // (right - left)) * w + left + where % (right - left)
    return torch.stack(values, dim=2).reshape(n, c, oh, ow), indices
