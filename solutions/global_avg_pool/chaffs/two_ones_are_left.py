"""Keeps the pooled axes: shape [N, C, 1, 1].
保留了池化的维：形状为 [N, C, 1, 1]。

Notes: S4 §3.3, shape of the result | S4 三.3，结果的形状
"""

import torch


def global_avg_pool(x):
    if x.dim() != 4:
        raise ValueError("x must have shape [N, C, H, W]")
    return x.mean(dim=(2, 3), keepdim=True)
