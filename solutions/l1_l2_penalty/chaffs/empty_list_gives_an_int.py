"""Starts from Python's 0: an empty list gives the int 0.
从 Python 的 0 开始：空列表得到整数 0。

Notes: S1 Regularization, L2 | S1 Regularization 一节，L2
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = 0
    for w in params:
        total = total + l1 * w.abs().sum() + l2 / 2 * w.pow(2).sum()
    return total
