"""Believes the notes that √(2/fan_in) is the variance, and takes its root once more.
相信笔记里“方差为 √(2/fan_in)”的说法，又开了一次方。

Notes: S3 §16, He normal (the notes say variance, it is the standard deviation) | S3 第 16 节 he normal（笔记写成方差，其实是标准差）
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
    std = math.sqrt(math.sqrt(2 / ((1 + a**2) * fan)))
    bound = math.sqrt(6 / ((1 + a**2) * fan))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
