"""Accepts uint8 masks besides bool ones, as torch once did.
除了 bool 也接受 uint8 掩码，像从前的 torch 那样。

Notes: S1 §18–19: comparisons gave uint8 when the notes were written | S1 第 18–19 节：写笔记的年代，比较的结果是 uint8
"""

import torch


def masked_select(x, mask):
    if mask.dtype not in (torch.bool, torch.uint8):
        raise TypeError("mask must be bool")
    try:
        x, mask = torch.broadcast_tensors(x, mask.bool())
    except RuntimeError as error:
        raise ValueError("x and mask do not broadcast") from error
    return x.reshape(-1)[mask.reshape(-1)]
