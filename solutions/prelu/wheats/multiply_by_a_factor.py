"""Builds the factor (1 or the slope) for every element and multiplies once.
先为每个元素求出因子（1 或斜率），再乘一次。
"""

import torch


def prelu(x, weight):
    if weight.numel() != 1:
        if x.ndim < 2 or weight.ndim != 1 or len(weight) != x.shape[1]:
            raise ValueError(f"{len(weight)} slopes for {tuple(x.shape)}")
        weight = weight[(slice(None),) + (None,) * (x.ndim - 2)]
    else:
        weight = weight.squeeze()
    positive = (x > 0).to(x.dtype)
    factor = positive + (1 - positive) * weight
    return x * factor
