"""Leaves it to torch to refuse shapes that do not fit: a RuntimeError.
形状不相容时任由 torch 报错：得到的是 RuntimeError。

Notes: S1 §18–19, masked_select | S1 第 18–19 节，masked_select
"""

import torch


def masked_select(x, mask):
    if mask.dtype != torch.bool:
        raise TypeError("mask must be bool")
    x, mask = torch.broadcast_tensors(x, mask)
    return x.reshape(-1)[mask.reshape(-1)]
