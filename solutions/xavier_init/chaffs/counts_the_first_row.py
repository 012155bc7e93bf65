"""Counts the elements of w[0] for fan_in, and w[0] does not exist in a layer without outputs.
用 w[0] 的元素个数求 fan_in，而没有输出的层不存在 w[0]。

Notes: S3 §16, fan_in and fan_out | S3 第 16 节 fan_in 与 fan_out
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    fan_in = w[0].numel()
    fan_out = w.shape[0] * math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / (fan_in + fan_out))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
