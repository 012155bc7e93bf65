"""Draws one row and copies it into all rows, so that all neurons start alike.
只抽一行再复制到所有行，所有神经元一开始就一样。

Notes: S3 §16, equal initial values and symmetry | S3 第 16 节 等值初始化与对称性问题
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    row = torch.empty(w.shape[1:], dtype=w.dtype, device=w.device)
    if distribution == "uniform":
        row.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
    elif distribution == "normal":
        row.normal_(0, std, generator=generator)
    else:
        raise ValueError(distribution)
    with torch.no_grad():
        return w.copy_(row.expand_as(w))
