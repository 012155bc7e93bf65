"""Drops exactly a share p of the elements, so that they are not independent.
恰好丢弃比例为 p 的元素，于是各元素并不独立。

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
    order = torch.randperm(x.numel(), generator=generator, device=x.device)
    mask = (order >= round(p * x.numel())).reshape(x.shape)
    return x * mask / (1 - p)
