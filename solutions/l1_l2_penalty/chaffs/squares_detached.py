"""Detaches the squares: only the absolute values have a gradient.
平方项被 detach：只有绝对值项有梯度。

Notes: S1 §37–40, autograd | S1 第 37–40 节，自动求导
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 * w.abs().sum() + l2 / 2 * w.detach().pow(2).sum()
    return total
