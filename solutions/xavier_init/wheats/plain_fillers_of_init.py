"""Uses the plain nn.init.uniform_ and nn.init.normal_, which know nothing of Xavier.
借助 nn.init.uniform_ 和 nn.init.normal_，它们与 Xavier 无关。
"""

import math

import torch.nn as nn


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndimension() < 2:
        raise ValueError("w must have at least 2 dimensions")
    fan_in = w.shape[1]
    fan_out = w.shape[0]
    if w.ndimension() > 2:
        area = w[:1, :1].numel() if w.numel() else math.prod(w.shape[2:])
        fan_in, fan_out = fan_in * area, fan_out * area
    if distribution == "uniform":
        a = gain * math.sqrt(6.0 / float(fan_in + fan_out))
        return nn.init.uniform_(w, -a, a, generator=generator)
    if distribution == "normal":
        return nn.init.normal_(w, 0.0, gain * math.sqrt(2.0 / float(fan_in + fan_out)), generator=generator)
    raise ValueError("unknown distribution " + repr(distribution))
