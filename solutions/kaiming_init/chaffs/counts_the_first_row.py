"""Counts the elements of w[0] for fan_in, and w[0] does not exist in a layer without outputs.
用 w[0] 的元素个数求 fan_in，而没有输出的层不存在 w[0]。

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
    fan = w[0].numel()
    if mode == "fan_out":
        fan = w.shape[0] * area
    std = math.sqrt(2 / ((1 + a**2) * fan))
    bound = math.sqrt(3) * std
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-bound, bound, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
