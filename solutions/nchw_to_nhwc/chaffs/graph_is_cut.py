"""Copies through detach, and the gradient stays behind.
复制时经过了 detach，梯度留在了原地。

Notes: S1 §20–23, permute; S3 §9, permute | S1 第 20–23 节，permute；S3 第 9 节，permute
"""

import torch


def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    moved = x.detach().permute((0, 3, 1, 2) if inverse else (0, 2, 3, 1))
    return moved.clone(memory_format=torch.contiguous_format)
