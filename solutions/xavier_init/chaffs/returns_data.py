"""Returns w.data, another tensor that no longer requires grad, and not w itself.
返回的是 w.data，一个不再需要梯度的另一个张量，而不是 w 本身。

Notes: S2, initialisation: m.weight.data | S2 初始化网络参数：m.weight.data
"""

import math


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    if distribution == "uniform":
        return w.data.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
    if distribution == "normal":
        return w.data.normal_(0, std, generator=generator)
    raise ValueError(distribution)
