"""Writes sign · floor(|x| + 0.5), where the sum itself is rounded.
写成 sign · floor(|x| + 0.5)，而其中的和本身会被舍入。

Notes: S1 §29–30, approximation | S1 第 29–30 节，近似值
"""

import torch


def round_half_away(x):
    if not x.is_floating_point():
        return x.clone()
    return x.sign() * torch.floor(x.abs() + 0.5)
