"""Asks for more than one half, so that ties go towards zero.
要求大于一半才进位，于是正中间都朝零舍去。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    whole = x.trunc()
    return torch.where((x - whole).abs() > 0.5, whole + x.sign(), whole)
