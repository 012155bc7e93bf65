"""Refuses integers: only floats can be rounded.
拒绝整数：认为只有浮点数才能舍入。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        raise TypeError("x must be a float tensor")
    whole = x.trunc()
    return torch.where((x - whole).abs() >= 0.5, whole + x.sign(), whole)
