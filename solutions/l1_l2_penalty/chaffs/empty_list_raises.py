"""Takes the first parameter for granted.
想当然地认为至少有一个参数。

Notes: S1 Regularization, L2 | S1 Regularization 一节，L2
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros_like(params[0].sum())
    for w in params:
        total = total + l1 * w.abs().sum() + l2 / 2 * w.pow(2).sum()
    return total
