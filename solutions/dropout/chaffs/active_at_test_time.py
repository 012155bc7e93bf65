"""Drops outside training as well.
不在训练时也照样丢弃。

Notes: S1 Early stopping, dropout | S1 Early stopping, dropout等
"""

import torch


def dropout(x, p, training, generator=None):
    if not 0 <= p <= 1:
        raise ValueError(p)
    if p == 1:
        return x * 0
    return x * (torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device) >= p) / (1 - p)
