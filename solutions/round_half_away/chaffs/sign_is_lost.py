"""Rounds the magnitude and forgets to give the sign back.
对绝对值舍入之后忘了恢复符号。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    whole = x.abs().floor()
    return torch.where(x.abs() - whole >= 0.5, whole + 1, whole)
