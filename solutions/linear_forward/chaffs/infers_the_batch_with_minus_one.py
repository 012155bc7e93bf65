"""Writes reshape(-1, in), where −1 is undefined for sizes of 0.
写成 reshape(-1, in)，大小为 0 时 −1 无法确定。

Notes: S1 §20–23, view and reshape | S1 第 20–23 节 view 与 reshape
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    y = (x.reshape(-1, x.shape[-1]) @ weight.t()).reshape(*x.shape[:-1], -1)
    if bias is not None:
        y = y + bias
    return y
