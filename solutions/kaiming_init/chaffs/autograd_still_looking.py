"""Writes into the weight while autograd records, which a leaf that requires grad does not allow.
在 autograd 记录时原地写权重，需要梯度的叶子张量不允许这样做。

Notes: S2, initialisation: m.weight.data | S2 初始化网络参数：m.weight.data
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
    with torch.enable_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
