"""Takes the absolute value of the sum instead of the sum of absolute values.
取和的绝对值，而不是绝对值之和。

Notes: S1 Regularization, L1 | S1 Regularization 一节，L1
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 * w.sum().abs() + l2 / 2 * w.pow(2).sum()
    return total
