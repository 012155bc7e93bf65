"""Uses He's formula, which knows fan_in only: √(2/fan_in) and √(6/fan_in).
用成了 He 初始化，只看 fan_in：√(2/fan_in) 与 √(6/fan_in)。

Notes: S3 §16, He initialization | S3 第 16 节 He initialization
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    fan_in = w.shape[1] * math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / max(fan_in, 1))
    with torch.no_grad():
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
