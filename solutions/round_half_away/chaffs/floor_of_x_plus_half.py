"""Writes floor(x + 0.5): negative ties go up.
写成 floor(x + 0.5)：负的中间值反而向上。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    return torch.floor(x + 0.5)
