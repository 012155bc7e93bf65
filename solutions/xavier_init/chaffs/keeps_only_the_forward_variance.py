"""Uses variance 1/n of the inputs, which is Xavier only where fan_in equals fan_out.
方差取 1/n（n 为输入数），只有 fan_in 等于 fan_out 时才是 Xavier。

Notes: S2, initialisation, D(w) = 1/n | S2 初始化网络参数，D(w)=1/n
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    n = w.shape[1] * math.prod(w.shape[2:])
    std = gain * math.sqrt(1 / max(n, 1))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
