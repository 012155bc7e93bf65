"""Writes into the weight while autograd records, which a leaf that requires grad does not allow.
在 autograd 记录时原地写权重，需要梯度的叶子张量不允许这样做。

Notes: S2, initialisation: m.weight.data | S2 初始化网络参数：m.weight.data
"""

import math


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    if distribution == "uniform":
        return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
    if distribution == "normal":
        return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
