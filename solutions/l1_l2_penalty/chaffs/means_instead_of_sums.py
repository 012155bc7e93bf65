"""Takes means over each parameter.
对每个参数求平均。

Notes: S1 Regularization, L2 | S1 Regularization 一节，L2
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 * w.abs().mean() + l2 / 2 * w.pow(2).mean()
    return total
