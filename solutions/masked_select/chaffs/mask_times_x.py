"""Multiplies by the mask and keeps what is not zero: a selected 0 is lost, a NaN left out comes back.
乘以掩码再留下非零的：选中的 0 丢失，未选中的 NaN 又冒出来。

Notes: S1 §18–19, masked_select | S1 第 18–19 节，masked_select
"""

import torch


def _fit(x, mask):
    if mask.dtype != torch.bool:
        raise TypeError(f"mask is {mask.dtype}")
    try:
        return torch.broadcast_tensors(x, mask)
    except RuntimeError as error:
        raise ValueError("x and mask do not broadcast") from error


def masked_select(x, mask):
    x, mask = _fit(x, mask)
    product = (x * mask).reshape(-1)
    return product[product != 0]
