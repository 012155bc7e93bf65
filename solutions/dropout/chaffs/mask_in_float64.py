"""Multiplies by a mask in float64, which makes float64 of a float32 input.
乘以 float64 的掩码，把 float32 的输入变成了 float64。

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
    draws = torch.rand(x.shape, generator=generator, dtype=torch.float64, device=x.device)
    return x * (draws >= p).double() / (1 - p)
