"""Divides the caller's tensor in place before it adds up.
求和之前把调用者的张量原地除了一遍。

Notes: S1 §29–30, in-place division | S1 第 29–30 节，原地除法
"""

import torch


def global_avg_pool(x):
    if x.dim() != 4:
        raise ValueError("x must have shape [N, C, H, W]")
    if not x.requires_grad:
        x /= x.size(2) * x.size(3)
        return x.sum(dim=(2, 3))
    return x.mean(dim=(2, 3))
