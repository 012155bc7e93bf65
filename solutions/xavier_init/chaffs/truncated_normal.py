"""Cuts the normal law off at two standard deviations, which makes it narrower.
把正态分布截断在两倍标准差处，分布因此变窄。

Notes: S3 §16, Xavier normal | S3 第 16 节 xaiver normal
"""

import math

import torch
import torch.nn as nn


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return nn.init.trunc_normal_(w, 0.0, std, -2 * std, 2 * std, generator=generator)
    raise ValueError(distribution)
