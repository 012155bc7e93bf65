"""Sends ties to the even neighbour, as torch.round does.
像 torch.round 那样，正中间取偶数。

Notes: S1 §29–30: round is not “4 down, 5 up”, ties go to the even number | S1 第 29–30 节：round 并不是“4 舍 5 入”，正中间取偶数
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    low = x.floor()
    rest = x - low
    up = (rest > 0.5) | ((rest == 0.5) & (torch.remainder(low, 2) == 1))
    return torch.where(up, low + 1, low)
