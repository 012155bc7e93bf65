"""Returns a tensor of shape [1].
返回形状为 [1] 的张量。

Notes: S1 Regularization, L2 | S1 Regularization 一节，L2
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(1)
    for w in params:
        total = total + l1 * w.abs().sum() + l2 / 2 * w.pow(2).sum()
    return total
