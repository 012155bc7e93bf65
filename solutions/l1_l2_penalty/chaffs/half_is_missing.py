"""Forgets the half of the squares: the gradient is 2·l2·w.
平方项忘了乘以一半：梯度成了 2·l2·w。

Notes: S1 Regularization, L2 | S1 Regularization 一节，L2
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 * w.abs().sum() + l2 * w.pow(2).sum()
    return total
