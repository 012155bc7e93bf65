"""Converts integers to float to begin with.
一开始就把整数转成了浮点数。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    x = x if x.is_floating_point() else x.float()
    whole = x.trunc()
    return torch.where((x - whole).abs() >= 0.5, whole + x.sign(), whole)
