"""Turns the caller's weight with t_(), and leaves it turned.
用 t_() 原地转置了调用者的权重，之后也没转回来。

Notes: S1 §20–23, transpose | S1 第 20–23 节 转置
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    y = x @ weight.t_()
    if bias is not None:
        y = y + bias
    return y
