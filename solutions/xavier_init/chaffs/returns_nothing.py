"""Fills the weight and returns nothing, so that calls cannot be chained.
填好了权重，却没有返回它，调用者拿到的是 None。

Notes: S2, initialisation: nn.init functions return the tensor | S2 初始化网络参数：nn.init 函数会返回张量
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
            w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        elif distribution == "normal":
            w.normal_(0, std, generator=generator)
        else:
            raise ValueError(distribution)
