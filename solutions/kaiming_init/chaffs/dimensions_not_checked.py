"""Reads w.shape[1] without a check, so that a bias ends in an IndexError.
不检查就读 w.shape[1]，传入偏置时得到的是 IndexError。

Notes: S3 §16, He initialization | S3 第 16 节 He initialization
"""

import math

import torch


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(mode)
    area = math.prod(w.shape[2:])
    fans = w.shape[1], w.shape[0]
    fan = fans[mode == "fan_out"] * area
    std = math.sqrt(2 / ((1 + a**2) * fan))
    bound = math.sqrt(3) * std
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
