"""Stacks the elements it found; where there is none, stack raises.
把找到的元素叠起来；一个也没有时 stack 会报错。

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
    return torch.stack([v for v, m in zip(x.reshape(-1), mask.reshape(-1).tolist()) if m])
