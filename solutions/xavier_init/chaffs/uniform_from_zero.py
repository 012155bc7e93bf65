"""Scales torch.rand by the bound and forgets that it starts at 0: no negative weights.
直接把 torch.rand 乘以边界，忘了它从 0 开始：没有负的权重。

Notes: S3 §16, Xavier uniform | S3 第 16 节 xaiver uniform
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    kwargs = {"dtype": w.dtype, "device": w.device, "generator": generator}
    with torch.no_grad():
        if distribution == "uniform":
            return w.copy_(torch.rand(w.shape, **kwargs) * (3**0.5 * std))
        if distribution == "normal":
            return w.copy_(torch.randn(w.shape, **kwargs) * std)
    raise ValueError(distribution)
