"""Takes the standard deviation √(2/(fan_in+fan_out)) for the bound of the uniform law.
把标准差 √(2/(fan_in+fan_out)) 当成了均匀分布的边界。

Notes: S3 §16, Xavier uniform | S3 第 16 节 xaiver uniform
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / (w.shape[0] * area + w.shape[1] * area))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-std, std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
