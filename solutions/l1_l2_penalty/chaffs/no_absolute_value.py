"""Adds the weights up without their absolute value: signs cancel.
没有取绝对值就求和：正负相消。

Notes: S1 Regularization, L1 | S1 Regularization 一节，L1
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 * w.sum() + l2 / 2 * w.pow(2).sum()
    return total
