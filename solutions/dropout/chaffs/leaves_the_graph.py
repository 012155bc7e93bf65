"""Computes on x.data, so that no gradient comes back.
在 x.data 上计算，梯度传不回来。

Notes: S1 Early stopping, dropout | S1 Early stopping, dropout等
"""

import torch


def dropout(x, p, training, generator=None):
    if not 0 <= p <= 1:
        raise ValueError(p)
    if not training:
        return x.clone()
    if p == 1:
        return x * 0
    return x.data * (torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device) >= p) / (1 - p)
