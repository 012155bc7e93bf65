"""Takes the channels for the fans and forgets the kernel area.
把通道数当成 fan，忘了乘卷积核面积。

Notes: S2, convolution weights [out, in, h, w] | S2 卷积层权重 [out, in, h, w]
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    fan_out, fan_in = w.shape[0], w.shape[1]
    std = gain * math.sqrt(2 / (fan_in + fan_out))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
