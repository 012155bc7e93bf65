"""Draws from torch's global generator although another one was passed.
传入了 generator，却仍用 torch 的全局生成器抽取。

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
    return x * (torch.rand(x.shape, dtype=x.dtype, device=x.device) >= p) / (1 - p)
