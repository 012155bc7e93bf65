"""Twice the number, cut towards zero, plus the sign, is halved by whole numbers.
把数加倍后朝零取整，再按整数折半。
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return torch.clone(x)
    # numbers too large for an exact 2x + 1 take the other way
    twice = torch.trunc(x * 2)
    sign = torch.sign(x)
    halves = (twice + sign) / 2
    big = x.abs() >= 2.0**22 if x.dtype == torch.float32 else x.abs() >= 2.0**51
    exact = torch.where((x - x.trunc()).abs() >= 0.5, x.trunc() + sign, x.trunc())
    return torch.where(big | ~torch.isfinite(x), exact, halves.trunc())
