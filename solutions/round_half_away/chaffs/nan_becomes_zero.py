"""Cleans up with nan_to_num at the end.
最后用 nan_to_num“清理”了一遍。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    whole = x.trunc()
    out = torch.where((x - whole).abs() >= 0.5, whole + x.sign(), whole)
    return torch.nan_to_num(out, nan=0.0, posinf=float("inf"), neginf=float("-inf"))
