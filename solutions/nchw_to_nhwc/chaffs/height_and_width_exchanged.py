"""Swaps the first and the last axis of an image: [N, W, H, C].
把图像的首尾两维互换：得到 [N, W, H, C]。

Notes: S1 §20–23: transpose(1, 3) gives [b, w, h, c] | S1 第 20–23 节：transpose(1, 3) 得到 [b, w, h, c]
"""

import torch


def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    return x.transpose(1, 3).clone(memory_format=torch.contiguous_format)
