"""Exchanges the fans: takes shape[0] for fan_in, as if the weight were [in, out].
两个 fan 弄反了：把 shape[0] 当作 fan_in，好像权重是 [in, out]。

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
    fan = (w.shape[0] if mode == "fan_in" else w.shape[1]) * area
    std = math.sqrt(2 / ((1 + a**2) * fan))
    bound = math.sqrt(3) * std
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
