"""Checks nothing: permute raises RuntimeError for another number of axes.
什么也不检查：维数不对时 permute 抛出 RuntimeError。

Notes: S1 §20–23, permute; S3 §9, permute | S1 第 20–23 节，permute；S3 第 9 节，permute
"""

import torch


def nchw_to_nhwc(x, inverse=False):
    return x.permute((0, 3, 1, 2) if inverse else (0, 2, 3, 1)).clone(memory_format=torch.contiguous_format)
