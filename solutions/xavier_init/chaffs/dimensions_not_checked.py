"""Reads w.shape[1] without a check, so that a bias ends in an IndexError.
不检查就读 w.shape[1]，传入偏置时得到的是 IndexError。

Notes: S3 §16, fan_in and fan_out | S3 第 16 节 fan_in 与 fan_out
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
