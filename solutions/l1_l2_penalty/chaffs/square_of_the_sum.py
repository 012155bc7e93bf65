"""Squares the sum instead of adding the squares.
取和的平方，而不是平方之和。

Notes: S1 Regularization, L2 | S1 Regularization 一节，L2
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 * w.abs().sum() + l2 / 2 * w.sum().pow(2)
    return total
