"""Halves the absolute values, too.
把绝对值项也减半了。

Notes: S1 Regularization, L1 | S1 Regularization 一节，L1
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 / 2 * w.abs().sum() + l2 / 2 * w.pow(2).sum()
    return total
