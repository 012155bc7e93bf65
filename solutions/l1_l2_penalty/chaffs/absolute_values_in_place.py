"""Turns the weights positive in place to add them up.
为了求和，把权重原地变成正数。

Notes: S1 Regularization, L1 | S1 Regularization 一节，L1
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        with torch.no_grad():
            signs = w.sign()
            w.abs_()
        total = total + l1 * (w * signs).abs().sum() + l2 / 2 * w.pow(2).sum()
    return total
