"""Squeezes the ones away, and N or C with them.
用 squeeze 去掉 1，却把为 1 的 N 或 C 也去掉了。

Notes: S4 §3.3, shape of the result | S4 三.3，结果的形状
"""

import torch


def global_avg_pool(x):
    if x.dim() != 4:
        raise ValueError("x must have shape [N, C, H, W]")
    return x.mean(dim=(2, 3), keepdim=True).squeeze()
