"""Clamps p into [0, 1] instead of refusing it.
把 p 夹到 [0, 1] 之内，而不是拒绝。

Notes: S1 Early stopping, dropout | S1 Early stopping, dropout等
"""

import torch


def dropout(x, p, training, generator=None):
    p = min(max(p, 0), 1)
    if not training:
        return x.clone()
    if p == 1:
        return x * 0
    return x * (torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device) >= p) / (1 - p)
