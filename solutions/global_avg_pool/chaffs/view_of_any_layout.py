"""Uses view, which refuses a non-contiguous x.
使用 view，不连续的 x 会报错。

Notes: S1 §20–23, view and reshape | S1 第 20–23 节，view 与 reshape
"""

import torch


def global_avg_pool(x):
    if x.dim() != 4:
        raise ValueError("x must have shape [N, C, H, W]")
    return x.view(x.size(0), x.size(1), x.size(2) * x.size(3)).mean(dim=2)
