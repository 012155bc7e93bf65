"""Uses the 2-norm of each parameter instead of its square.
用每个参数的 2-范数，而不是它的平方。

Notes: S1 §31–32, norm is not the sum of squares | S1 第 31–32 节，norm 与平方和不同
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 * w.abs().sum() + l2 / 2 * w.pow(2).sum().sqrt()
    return total
