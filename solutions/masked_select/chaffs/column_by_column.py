"""Goes through the columns first, the order of MATLAB.
按列优先的顺序遍历，像 MATLAB 那样。

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
    axes = tuple(reversed(range(x.dim())))
    return x.permute(axes).reshape(-1)[mask.permute(axes).reshape(-1)]
