"""Zeroes what is not selected in x itself before it selects.
选取之前，先在 x 自身上把未选中的元素清零。

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
    wide, marks = _fit(x, mask)
    taken = wide.reshape(-1)[marks.reshape(-1)].clone()
    if wide.shape == x.shape:
        x.data[~marks] = 0
    return taken
