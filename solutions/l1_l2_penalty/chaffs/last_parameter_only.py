"""Overwrites the total in the loop: only the last parameter counts.
循环中覆盖了总和：只算了最后一个参数。

Notes: S1 Regularization, L2 | S1 Regularization 一节，L2
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = l1 * w.abs().sum() + l2 / 2 * w.pow(2).sum()
    return total
