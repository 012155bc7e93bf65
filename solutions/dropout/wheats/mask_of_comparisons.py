"""Compares uniform draws with p, in float32 whatever x is.
把均匀抽取的数与 p 比较，不管 x 是什么都用 float32。
"""

import torch


def dropout(x, p, training, generator=None):
    if not 0 <= p <= 1:
        raise ValueError(p)
    if not training or p == 0:
        return x.clone()
    if p == 1:
        return torch.zeros_like(x)
    mask = (torch.rand(x.shape, generator=generator, device=x.device) > p).float() / (1 - p)
    return (x * mask).to(x.dtype)
