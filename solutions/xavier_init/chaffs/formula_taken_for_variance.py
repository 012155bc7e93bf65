"""Believes the notes that √(2/(fan_in+fan_out)) is the variance, and takes its root once more.
相信笔记里“方差为 √(2/(fan_in+fan_out))”的说法，又开了一次方。

Notes: S3 §16, Xavier normal (the notes say variance, it is the standard deviation) | S3 第 16 节 xaiver normal（笔记写成方差，其实是标准差）
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
            variance = math.sqrt(2 / (fan_in + fan_out))
            return w.normal_(0, gain * math.sqrt(variance), generator=generator)
    raise ValueError(distribution)
