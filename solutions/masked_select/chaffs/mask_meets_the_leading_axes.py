"""Writes x[mask]: a mask with fewer axes is matched from the left there, and whole rows come out.
直接写 x[mask]：掩码维数较少时从左边对齐，取出的是整行。

Notes: S1 §18–19, masked_select | S1 第 18–19 节，masked_select
"""

import torch


def masked_select(x, mask):
    if mask.dtype != torch.bool:
        raise TypeError("mask must be bool")
    try:
        return x[mask]
    except IndexError as error:
        raise ValueError("mask does not fit") from error
