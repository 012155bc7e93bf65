"""Takes the absolute value as the root of the square: NaN as gradient at 0, even for l1 = 0.
用平方的平方根表示绝对值：即使 l1 = 0，0 处的梯度也是 NaN。

Notes: S1 Regularization, L1 | S1 Regularization 一节，L1
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 * w.pow(2).sqrt().sum() + l2 / 2 * w.pow(2).sum()
    return total
