"""Treats every name that is not 'uniform' as the normal law.
只要不是 'uniform'，一律当作正态分布。

Notes: S3 §16, Xavier | S3 第 16 节 xaiver
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        return w.normal_(0, std, generator=generator)
