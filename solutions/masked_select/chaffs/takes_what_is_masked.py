"""Reads the mask as "leave out": takes the elements where it is false.
把掩码理解成“排除”：取出的是为假处的元素。

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
    return x.reshape(-1)[~mask.reshape(-1)]
