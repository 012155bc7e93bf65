"""Starts the generator over from its seed at each call, so that it never moves on.
每次调用都让 generator 从种子重新开始，于是它永远不前进。

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
    if generator is not None:
        generator.manual_seed(generator.initial_seed())
    return x * (torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device) >= p) / (1 - p)
