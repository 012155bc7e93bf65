"""Writes ceil(x − 0.5): positive ties go down.
写成 ceil(x − 0.5)：正的中间值反而向下。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    return torch.ceil(x - 0.5)
