"""Builds the result from Python numbers: no gradient, and the default dtype.
用 Python 数字重新构造结果：没有梯度，dtype 也成了默认值。

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
    return torch.tensor([v for v, m in zip(x.reshape(-1).tolist(), mask.reshape(-1).tolist()) if m])
