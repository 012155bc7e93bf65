"""Sends integers through float64 and back; beyond 2^53 they come back changed.
整数经过 float64 再转回来；超过 2^53 就变了。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    y = x if x.is_floating_point() else x.double()
    whole = y.trunc()
    return torch.where((y - whole).abs() >= 0.5, whole + y.sign(), whole).to(x.dtype)
