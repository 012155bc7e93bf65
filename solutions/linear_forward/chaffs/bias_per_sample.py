"""Adds the bias down the samples where there are as many samples as outputs.
样本数与输出数相同时，把偏置加到了样本那一维。

Notes: S1 §24–26, broadcasting | S1 第 24–26 节 broadcast
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    y = x @ weight.t()
    if bias is not None:
        y = y + (bias.unsqueeze(1) if y.dim() == 2 and y.shape[0] == y.shape[1] else bias)
    return y
