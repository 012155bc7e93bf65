"""Makes a generator with a fixed seed when none is given: all layers of one shape start alike.
没有传 generator 时用固定种子新建一个：形状相同的层初值全都一样。

Notes: S2, initialisation: set_seed | S2 初始化网络参数：set_seed
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    if generator is None:
        generator = torch.Generator(device=w.device).manual_seed(1)
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
