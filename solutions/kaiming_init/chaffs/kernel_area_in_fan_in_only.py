"""Multiplies fan_in by the kernel area but leaves fan_out at the number of output channels.
fan_in 乘了卷积核面积，fan_out 却只用输出通道数。

Notes: S2, convolution weights [out, in, h, w] | S2 卷积层权重 [out, in, h, w]
"""

import math

import torch


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(mode)
    area = math.prod(w.shape[2:])
    fan = w.shape[1] * area if mode == "fan_in" else w.shape[0]
    std = math.sqrt(2 / ((1 + a**2) * fan))
    bound = math.sqrt(3) * std
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
