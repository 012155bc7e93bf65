"""Asks reshape for the new shape: right sizes, scrambled pixels.
用 reshape 得到新的形状：大小对了，像素乱了。

Notes: S1 §20–23: view keeps the order of memory, permute the meaning of axes | S1 第 20–23 节：view 保持内存顺序，permute 保持各维的含义
"""

import torch


def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    n, a, b, c = x.shape
    return x.reshape((n, c, a, b) if inverse else (n, b, c, a)).clone(memory_format=torch.contiguous_format)
