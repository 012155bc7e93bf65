"""Subtracts the remainder, which is NaN for infinity.
减去余数，而无穷大的余数是 NaN。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    rest = torch.fmod(x, 1)
    return x - rest + torch.where(rest.abs() >= 0.5, x.sign(), torch.zeros_like(x))
