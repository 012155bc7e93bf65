"""Divides by the sum of the fans where their mean belongs: √(1/(fan_in+fan_out)).
该除以两个 fan 的平均值，却除以了它们的和：√(1/(fan_in+fan_out))。

Notes: S3 §16, Xavier | S3 第 16 节 xaiver
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(1 / ((w.shape[0] + w.shape[1]) * area))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
