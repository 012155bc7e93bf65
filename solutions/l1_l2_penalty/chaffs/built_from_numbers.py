"""Collects Python numbers and wraps them in a new tensor.
先收集 Python 数，再包成新张量。

Notes: S1 §37–40, autograd | S1 第 37–40 节，自动求导
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 * w.abs().sum().item() + l2 / 2 * w.pow(2).sum().item()
    return total
