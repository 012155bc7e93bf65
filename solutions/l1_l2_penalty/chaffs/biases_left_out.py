"""Leaves out parameters of rank 1 and below.
漏掉了一维及以下的参数。

Notes: S1 Regularization, L2 | S1 Regularization 一节，L2
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        if w.dim() > 1:
            total = total + l1 * w.abs().sum() + l2 / 2 * w.pow(2).sum()
    return total
