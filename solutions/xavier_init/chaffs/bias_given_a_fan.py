"""Gives a vector a fan of its own length instead of refusing it.
给一维张量也编出一个 fan，而不是拒绝它。

Notes: S3 §16, fan_in and fan_out | S3 第 16 节 fan_in 与 fan_out
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        fan_sum = max(2 * w.numel(), 1)
    else:
        fan_sum = (w.shape[0] + w.shape[1]) * math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / fan_sum)
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
