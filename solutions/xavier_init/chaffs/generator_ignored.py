"""Accepts a generator and draws from the global one all the same.
接收了 generator，却仍然用全局随机数生成器。

Notes: S2, initialisation: set_seed | S2 初始化网络参数：set_seed
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std)
        if distribution == "normal":
            return w.normal_(0, std)
    raise ValueError(distribution)
