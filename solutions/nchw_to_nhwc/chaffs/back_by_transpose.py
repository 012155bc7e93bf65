"""Goes there with permute and back with transpose(1, 3), which turns the picture.
去时用 permute，回来用 transpose(1, 3)，把图像转了过来。

Notes: S1 §20–23, permute; S3 §9, permute | S1 第 20–23 节，permute；S3 第 9 节，permute
"""

import torch


def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    moved = x.transpose(1, 3) if inverse else x.permute(0, 2, 3, 1)
    return moved.clone(memory_format=torch.contiguous_format)
