"""Takes the bound √(6/(fan_in+fan_out)) for the standard deviation of the normal law.
把边界 √(6/(fan_in+fan_out)) 当成了正态分布的标准差。

Notes: S3 §16, Xavier normal | S3 第 16 节 xaiver normal
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    bound = gain * math.sqrt(6 / (w.shape[0] * area + w.shape[1] * area))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, bound, generator=generator)
    raise ValueError(distribution)
