"""Returns an integer tensor itself instead of a copy.
整数张量直接返回它自己，而不是副本。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x
    whole = x.trunc()
    return torch.where((x - whole).abs() >= 0.5, whole + x.sign(), whole)
