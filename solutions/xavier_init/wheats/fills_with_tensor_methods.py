"""The plain way: uniform_ and normal_ under no_grad, fans from numel.
最直接的写法：在 no_grad 下用 uniform_ 和 normal_，由 numel 求 fan。
"""

import math

import torch


@torch.no_grad()
def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.dim() < 2:
        raise ValueError("need at least two dimensions")
    area = 1
    for side in w.shape[2:]:
        area *= side
    fan_in, fan_out = w.size(1) * area, w.size(0) * area
    if distribution == "uniform":
        b = gain * math.sqrt(6 / (fan_in + fan_out))
        w.uniform_(-b, b, generator=generator)
    elif distribution == "normal":
        w.normal_(0, gain * math.sqrt(2 / (fan_in + fan_out)), generator=generator)
    else:
        raise ValueError(distribution)
    return w
