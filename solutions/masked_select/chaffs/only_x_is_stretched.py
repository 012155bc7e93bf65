"""Expands x to the mask's shape; a mask smaller than x does not fit.
只把 x 扩展成掩码的形状；掩码比 x 小就对不上了。

Notes: S1 §18–19, masked_select | S1 第 18–19 节，masked_select
"""

import torch


def masked_select(x, mask):
    if mask.dtype != torch.bool:
        raise TypeError("mask must be bool")
    try:
        x = x.expand(mask.shape)
    except RuntimeError as error:
        raise ValueError("x does not fit") from error
    return x.reshape(-1)[mask.reshape(-1)]
