"""Passes the variance 2/(fan_in+fan_out) to normal_ where it wants the standard deviation.
normal_ 要的是标准差，却传入了方差 2/(fan_in+fan_out)。

Notes: S3 §16, Xavier normal | S3 第 16 节 xaiver normal
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    fan_in, fan_out = w.shape[1] * area, w.shape[0] * area
    with torch.no_grad():
        if distribution == "uniform":
            bound = gain * math.sqrt(6 / (fan_in + fan_out))
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, gain**2 * 2 / (fan_in + fan_out), generator=generator)
    raise ValueError(distribution)
