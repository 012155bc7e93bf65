"""Reads the values in the order of memory, which a transposed tensor does not have.
按内存里的顺序读取，而转置过的张量并不是这个顺序。

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
    by_stride = sorted(range(x.dim()), key=lambda axis: -x.stride(axis))
    return x.permute(by_stride).reshape(-1)[mask.permute(by_stride).reshape(-1)]
