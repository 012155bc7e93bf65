"""Divides 0 by 0 where p is 1.
p 为 1 时用 0 除以 0。

Notes: S1 Early stopping, dropout | S1 Early stopping, dropout等
"""

import torch


def dropout(x, p, training, generator=None):
    if not 0 <= p <= 1:
        raise ValueError(p)
    if not training:
        return x.clone()
    return x * (torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device) >= p) / torch.tensor(1 - p, dtype=x.dtype, device=x.device)
