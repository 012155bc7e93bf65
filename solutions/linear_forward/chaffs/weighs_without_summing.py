"""Multiplies element by element and forgets the sum over the inputs.
逐元素相乘，忘了对输入求和。

Notes: S1 §29–30: * is element-wise | S1 第 29–30 节：* 是逐元素
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    y = x.unsqueeze(-2) * weight
    if bias is not None:
        y = y + bias
    return y
