"""Reshapes with -1, which cannot be worked out for N = 0.
reshape 时用了 -1，N = 0 时无法推断。

Notes: S1 §20–23, view and reshape | S1 第 20–23 节，view 与 reshape
"""

import torch


def global_avg_pool(x):
    if x.dim() != 4:
        raise ValueError("x must have shape [N, C, H, W]")
    return x.reshape(x.size(0), x.size(1), -1).mean(dim=2)
