"""Draws one mask and uses it for every sample of the batch.
只抽一个掩码，批中每个样本都用它。

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
    shape = x.shape[1:] if x.dim() > 1 else x.shape
    mask = torch.rand(shape, generator=generator, dtype=x.dtype, device=x.device) >= p
    return x * mask / (1 - p)
