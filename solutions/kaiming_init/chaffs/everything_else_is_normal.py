"""Treats every name that is not 'uniform' as the normal law.
只要不是 'uniform'，一律当作正态分布。

Notes: S2, initialisation: Kaiming | S2 初始化网络参数：Kaiming
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
            return w.uniform_(-bound, bound, generator=generator)
        return w.normal_(0, std, generator=generator)
