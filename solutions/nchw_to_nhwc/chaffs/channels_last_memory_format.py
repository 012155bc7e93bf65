"""Takes memory_format=torch.channels_last for the answer: the shape stays as it was.
以为 memory_format=torch.channels_last 就是答案：形状没有变。

Notes: S1 §20–23, permute; S3 §9, permute | S1 第 20–23 节，permute；S3 第 9 节，permute
"""

import torch


def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    kind = torch.contiguous_format if inverse else torch.channels_last
    return x.clone(memory_format=kind)
