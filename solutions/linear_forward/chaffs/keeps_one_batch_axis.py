"""Flattens the leading axes to one and forgets to bring them back.
把前面各维合并成一维，却忘了还原。

Notes: S1 §29–30, matmul beyond two axes | S1 第 29–30 节 2维以上的matmul
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    y = x.reshape(x.shape[:-1].numel(), x.shape[-1]) @ weight.t()
    if bias is not None:
        y = y + bias
    return y
