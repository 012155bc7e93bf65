"""Goes back with the permutation it came with.
变回去时用的还是来时的置换。

Notes: S1 §20–23, permute; S3 §9, permute | S1 第 20–23 节，permute；S3 第 9 节，permute
"""

import torch


def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    return x.permute(0, 2, 3, 1).clone(memory_format=torch.contiguous_format)
