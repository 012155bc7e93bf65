"""Drops whole rows (channels, for images) instead of single elements.
整行（对图像是整个通道）一起丢弃，而不是逐个元素。

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
    shape = list(x.shape)
    for axis in range(min(2, max(x.dim() - 1, 0)), x.dim()):
        shape[axis] = 1 if x.dim() > 1 and shape[axis] else shape[axis]
    if x.dim() == 2:
        shape[1] = min(1, x.shape[1])
    mask = torch.rand(shape, generator=generator, dtype=x.dtype, device=x.device) >= p
    return x * mask / (1 - p)
