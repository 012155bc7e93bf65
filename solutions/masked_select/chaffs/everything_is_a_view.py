"""Returns x.reshape(-1) itself where the whole mask is true.
掩码全为真时直接返回 x.reshape(-1)。

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
    if mask.all():
        return x.reshape(-1)
    return x.reshape(-1)[mask.reshape(-1)]
