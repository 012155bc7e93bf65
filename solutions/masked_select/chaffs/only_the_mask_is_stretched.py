"""Expands the mask to x's shape; an x smaller than the mask does not fit.
只把掩码扩展成 x 的形状；x 比掩码小就对不上了。

Notes: S1 §18–19, masked_select | S1 第 18–19 节，masked_select
"""

import torch


def masked_select(x, mask):
    if mask.dtype != torch.bool:
        raise TypeError("mask must be bool")
    try:
        mask = mask.expand(x.shape)
    except RuntimeError as error:
        raise ValueError("mask does not fit") from error
    return x.reshape(-1)[mask.reshape(-1)]
