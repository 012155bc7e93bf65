"""Returns int64 for floats: they are whole now, after all.
对浮点数也返回 int64，理由是反正已经是整数了。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    whole = x.trunc()
    return torch.where((x - whole).abs() >= 0.5, whole + x.sign(), whole).long()
