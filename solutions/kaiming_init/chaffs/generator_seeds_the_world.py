"""Seeds the global RNG with the generator's seed: repeatable, but everybody else is reseeded too.
用 generator 的种子去设全局种子：能复现，但也改动了别人的随机数。

Notes: S2, initialisation: set_seed | S2 初始化网络参数：set_seed
"""

import math

import torch


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(mode)
    if generator is not None:
        torch.manual_seed(generator.initial_seed())
    area = math.prod(w.shape[2:])
    fan = (w.shape[1] if mode == "fan_in" else w.shape[0]) * area
    std = math.sqrt(2 / ((1 + a**2) * fan))
    bound = math.sqrt(3) * std
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound)
        if distribution == "normal":
            return w.normal_(0, std)
    raise ValueError(distribution)
