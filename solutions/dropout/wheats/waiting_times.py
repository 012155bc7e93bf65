"""Drops where an exponential waiting time is short, which has probability p.
指数等待时间较短处丢弃，其概率恰为 p。
"""

import math

import torch


def dropout(x, p, training, generator=None):
    if not 0 <= p <= 1:
        raise ValueError(p)
    if not training:
        return x.clone()
    if p == 1:
        return x - x
    waits = torch.empty(x.shape, dtype=torch.float64, device=x.device).exponential_(generator=generator)
    return (x / (1 - p)).masked_fill(waits < -math.log1p(-p), 0.0)
