"""Reshapes to [N, H·W, C] instead of permuting: the maps are mixed up.
用 reshape 而不是 permute 变成 [N, H·W, C]：各张图被打乱了。

Notes: S1 §20–23, view and reshape | S1 第 20–23 节，view 与 reshape
"""

import torch


def global_avg_pool(x):
    if x.dim() != 4:
        raise ValueError("x must have shape [N, C, H, W]")
    return x.reshape(x.size(0), x.size(2) * x.size(3), x.size(1)).mean(dim=1)
