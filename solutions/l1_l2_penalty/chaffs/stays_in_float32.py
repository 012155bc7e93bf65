"""Adds in place to a float32 zero: float64 parameters give a float32 penalty.
在 float32 的零上原地累加：float64 的参数得到 float32 的惩罚。

Notes: S1 §14–15, data types | S1 第 14–15 节，数据类型
"""

import torch


def l1_l2_penalty(params, l1, l2):
    total = torch.zeros(())
    for w in params:
        total += l1 * w.abs().sum() + l2 / 2 * w.pow(2).sum()
    return total
