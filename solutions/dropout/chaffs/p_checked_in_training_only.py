"""Looks at p only after it has returned for test time.
先处理测试时并返回，之后才检查 p。

Notes: S1 Early stopping, dropout | S1 Early stopping, dropout等
"""

import torch


def dropout(x, p, training, generator=None):
    if not training:
        return x.clone()
    if not 0 <= p <= 1:
        raise ValueError(p)
    if p == 1:
        return x * 0
    return x * (torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device) >= p) / (1 - p)
