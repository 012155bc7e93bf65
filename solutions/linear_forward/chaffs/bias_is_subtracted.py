"""Subtracts the bias, as a threshold is.
把偏置当作阈值减掉了。

Notes: S1 §29–30, matmul: x @ w.t() + b | S1 第 29–30 节 matmul：x @ w.t() + b
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    y = x @ weight.t()
    if bias is not None:
        y = y - bias
    return y
