"""Writes the result into x with methods that end in an underscore.
用带下划线的方法把结果写进了 x。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    up = (x - x.trunc()).abs() >= 0.5
    step = torch.where(up, x.sign(), torch.zeros_like(x))
    out = x.contiguous() if 0 in x.stride() else x
    return out.trunc_().add_(step).clone()
