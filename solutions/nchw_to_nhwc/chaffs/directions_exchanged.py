"""Does the inverse by default, and the way there with inverse=True.
默认做的是逆变换，inverse=True 时才做正变换。

Notes: S1 §20–23, permute; S3 §9, permute | S1 第 20–23 节，permute；S3 第 9 节，permute
"""

import torch


def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    order = (0, 2, 3, 1) if inverse else (0, 3, 1, 2)
    return x.permute(order).clone(memory_format=torch.contiguous_format)
