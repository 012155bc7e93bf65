"""Takes three axes for one image, and gives it a batch axis.
把三维张量当成一张图，自动补上批次维。

Notes: S1 §20–23, permute; S3 §9, permute | S1 第 20–23 节，permute；S3 第 9 节，permute
"""

import torch


def nchw_to_nhwc(x, inverse=False):
    if x.dim() == 3:
        x = x.unsqueeze(0)
    if x.dim() != 4:
        raise ValueError("not a batch of images")
    return x.permute((0, 3, 1, 2) if inverse else (0, 2, 3, 1)).clone(memory_format=torch.contiguous_format)
