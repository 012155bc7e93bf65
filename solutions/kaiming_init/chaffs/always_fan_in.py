"""Accepts the mode and counts fan_in all the same.
接收了 mode，却总是用 fan_in。

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
    fan = w.shape[1] * area
    std = math.sqrt(2 / ((1 + a**2) * fan))
    bound = math.sqrt(3) * std
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
