"""Reads w.data: the penalty has no gradient.
读取 w.data：惩罚没有梯度。

Notes: S1 §37–40, autograd | S1 第 37–40 节，自动求导
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        w = w.data
        total = total + l1 * w.abs().sum() + l2 / 2 * w.pow(2).sum()
    return total
