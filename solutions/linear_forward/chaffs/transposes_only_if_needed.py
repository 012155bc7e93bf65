"""Transposes only where the shapes do not fit otherwise, so never for a square weight.
只有形状不符时才转置，于是方阵权重从不转置。

Notes: S2, linear layer: what a row of the weight is | S2 线性层：权重的一行是什么
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    y = x @ (weight if weight.shape[0] == weight.shape[1] else weight.t())
    if bias is not None:
        y = y + bias
    return y
