"""Multiplies fan_in by the kernel area but leaves fan_out at the number of output channels.
fan_in 乘了卷积核面积，fan_out 却只用输出通道数。

Notes: S2, convolution weights [out, in, h, w] | S2 卷积层权重 [out, in, h, w]
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    fan_in, fan_out = math.prod(w.shape[1:]), w.shape[0]
    std = gain * math.sqrt(2 / (fan_in + fan_out))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
