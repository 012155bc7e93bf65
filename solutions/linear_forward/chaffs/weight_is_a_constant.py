"""Detaches the weight, so the layer can never learn it.
把权重 detach 了，这一层就学不到权重。

Notes: S1 §37–40, autograd | S1 第 37–40 节 自动求导
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    y = x @ weight.detach().t()
    if bias is not None:
        y = y + bias
    return y
