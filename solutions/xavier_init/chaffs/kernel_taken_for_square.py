"""Squares the last side of the kernel, as if every kernel were k×k.
把卷积核最后一边平方，好像所有卷积核都是 k×k。

Notes: S2, convolution weights [out, in, h, w] | S2 卷积层权重 [out, in, h, w]
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = w.shape[-1] ** 2 if w.ndim > 2 else 1
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
