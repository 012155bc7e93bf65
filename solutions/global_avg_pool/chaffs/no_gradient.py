"""Computes under no_grad.
在 no_grad 下计算。

Notes: S0, torch.no_grad | S0 torch.no_grad
"""

import torch


def global_avg_pool(x):
    if x.dim() != 4:
        raise ValueError("x must have shape [N, C, H, W]")
    with torch.no_grad():
        return x.mean(dim=(2, 3))
