"""Switches requires_grad off to write and never on again: the layer no longer learns.
为了写入关掉 requires_grad，却没有再打开：这一层不再学习。

Notes: S2, initialisation: m.weight.data | S2 初始化网络参数：m.weight.data
"""

import math


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    w.requires_grad_(False)
    if distribution == "uniform":
        return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
    if distribution == "normal":
        return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
