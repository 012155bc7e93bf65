"""Makes a generator with a fixed seed when none is given: every layer gets the same weights.
没有 generator 时自己建一个固定种子的：每一层的权重都一样。

Notes: S2, initialisation: set_seed | S2 初始化网络参数：set_seed
"""

import math

import torch


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(mode)
    if generator is None:
        generator = torch.Generator(w.device).manual_seed(0)
    area = math.prod(w.shape[2:])
    fan = (w.shape[1] if mode == "fan_in" else w.shape[0]) * area
    std = math.sqrt(2 / ((1 + a**2) * fan))
    bound = math.sqrt(3) * std
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
