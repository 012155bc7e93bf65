"""Fills w.reshape(-1), which is a copy where the weight is not contiguous.
填充 w.reshape(-1)：权重不连续时那是一份拷贝。

Notes: S1, view and reshape | S1 view 与 reshape
"""

import math

import torch


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(mode)
    area = math.prod(w.shape[2:])
    fan = (w.shape[1] if mode == "fan_in" else w.shape[0]) * area
    std = math.sqrt(2 / ((1 + a**2) * fan))
    bound = math.sqrt(3) * std
    with torch.no_grad():
        if distribution == "uniform":
            w.reshape(-1).uniform_(-bound, bound, generator=generator)
            return w
        if distribution == "normal":
            w.reshape(-1).normal_(0, std, generator=generator)
            return w
    raise ValueError(distribution)
