"""Pools over the batch as well: shape [C].
连批也一起平均：形状为 [C]。

Notes: S0, global average pooling layer; S4 §3.3 | S0 全局平均池化层；S4 三.3
"""

import torch


def global_avg_pool(x):
    if x.dim() != 4:
        raise ValueError("x must have shape [N, C, H, W]")
    return x.mean(dim=(0, 2, 3))
