"""Draws from the normal law when no distribution is named; the default is uniform.
没有指定分布时用了正态分布；默认应为均匀分布。

Notes: S2, initialisation: Xavier is usually uniform | S2 初始化网络参数：Xavier 通常采用均匀分布
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="normal", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
