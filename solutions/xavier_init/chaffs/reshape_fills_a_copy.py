"""Fills w.reshape(-1), which is a copy where the weight is not contiguous.
填充的是 w.reshape(-1)；权重不连续时它只是一份拷贝。

Notes: S1, contiguous and view | S1 contiguous 与 view
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    with torch.no_grad():
        flat = w.reshape(-1)
        if distribution == "uniform":
            flat.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        elif distribution == "normal":
            flat.normal_(0, std, generator=generator)
        else:
            raise ValueError(distribution)
    return w
