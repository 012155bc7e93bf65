"""Squares a root: right in value, but its gradient at 0 is NaN.
先开方再平方：数值对，但在 0 处梯度为 NaN。

Notes: S1 §31–32, norm is not the sum of squares | S1 第 31–32 节，norm 与平方和不同
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total = total + l1 * w.abs().sum() + l2 / 2 * w.pow(2).sum().sqrt() ** 2
    return total
