"""Multiplies the survivors by 2, which is right for p = 0.5 alone.
把留下的元素乘以 2，只对 p = 0.5 正确。

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
    return x * (torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device) >= p) * 2 if p else x.clone()
