"""Draws in a Python loop, element by element.
在 Python 循环里逐个元素判断。
"""

import torch


def dropout(x, p, training, generator=None):
    if not 0 <= p <= 1:
        raise ValueError(p)
    if not training:
        return torch.empty_like(x).copy_(x)
    draws = torch.rand(x.numel(), generator=generator, device=x.device).tolist()
    factors = [0.0 if draw < p else 1 / (1 - p) for draw in draws]
    return x * torch.tensor(factors, dtype=x.dtype, device=x.device).reshape(x.shape)
