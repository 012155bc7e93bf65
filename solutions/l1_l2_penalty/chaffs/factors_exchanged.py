"""Exchanges l1 and l2.
l1 与 l2 互换。

Notes: S1 Regularization, L2 | S1 Regularization 一节，L2
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l2 * w.abs().sum() + l1 / 2 * w.pow(2).sum()
    return total
