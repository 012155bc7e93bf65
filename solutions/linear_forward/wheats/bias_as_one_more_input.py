"""Appends a constant 1 to x and the bias as a column to the weight.
给 x 补一个常数 1，把偏置当作权重的一列。
"""

import torch


def linear_forward(x, weight, bias=None):
    if weight.dim() != 2 or not x.dim() or x.shape[-1] != weight.shape[1]:
        raise ValueError("shapes")
    if bias is None:
        bias = weight.new_zeros(weight.shape[0])
    elif bias.shape != weight.shape[:1]:
        raise ValueError("bias shape")
    x = torch.cat((x, torch.ones_like(x[..., :1]) if x.shape[-1] else x.new_ones(*x.shape[:-1], 1)), -1)
    weight = torch.cat((weight, bias.unsqueeze(1)), 1)
    return torch.tensordot(x, weight, dims=([-1], [1]))
