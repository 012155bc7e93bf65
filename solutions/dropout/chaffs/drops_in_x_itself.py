"""Drops in the input itself.
直接在输入里丢弃。

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
    with torch.no_grad():
        x *= torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device) >= p
    return x / (1 - p)
