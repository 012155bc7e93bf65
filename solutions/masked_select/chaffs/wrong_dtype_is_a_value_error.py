"""Raises ValueError for a mask that is not bool.
掩码不是 bool 时抛的是 ValueError。

Notes: S1 §18–19, masked_select | S1 第 18–19 节，masked_select
"""

import torch


def masked_select(x, mask):
    if mask.dtype != torch.bool:
        raise ValueError("mask must be bool")
    try:
        x, mask = torch.broadcast_tensors(x, mask)
    except RuntimeError as error:
        raise ValueError("x and mask do not broadcast") from error
    return x.reshape(-1)[mask.reshape(-1)]
