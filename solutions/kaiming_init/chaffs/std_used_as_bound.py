"""Uses the standard deviation as the bound of the uniform law: its √3 is missing.
把标准差当作均匀分布的边界，少了 √3。

Notes: S3 §16, He initialization | S3 第 16 节 He initialization
"""

import math

import torch


def kaiming_init(w, a=0.0, mode="fan_in", distribution="normal", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(mode)
    area = math.prod(w.shape[2:])
    fan = (w.shape[1] if mode == "fan_in" else w.shape[0]) * area
    std = math.sqrt(2 / ((1 + a**2) * fan))
    bound = std
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
