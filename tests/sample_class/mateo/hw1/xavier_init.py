import math

import torch
from torch import nn


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.dim() < 2:
        raise ValueError("dim")
    area = w[0, 0].numel() if w.numel() else 1
    fan_in, fan_out = w.shape[1] * area, w.shape[0] * area
    std = gain * math.sqrt(2.0 / (fan_in + fan_out))
    if distribution == "uniform":
        nn.init.uniform_(w, -math.sqrt(3) * std, math.sqrt(3) * std, generator=generator)
    elif distribution == "normal":
        nn.init.normal_(w, 0.0, std, generator=generator)
    else:
        raise ValueError("distribution")
