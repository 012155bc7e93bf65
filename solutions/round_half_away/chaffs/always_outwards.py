"""Takes a step away from zero for every decimal, however small.
只要有小数就远离零走一步。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    return torch.where(x > 0, x.ceil(), x.floor())
