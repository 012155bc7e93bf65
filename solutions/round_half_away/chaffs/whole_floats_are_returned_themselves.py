"""Returns x itself where every element is whole already.
元素都已经是整数时直接返回 x 自己。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    whole = x.trunc()
    if torch.equal(whole, x):
        return x
    return torch.where((x - whole).abs() >= 0.5, whole + x.sign(), whole)
