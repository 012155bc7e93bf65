"""Makes a new tensor of the same shape and returns that; the layer's weight stays as it was.
新建一个同形状的张量返回，网络层自己的权重原封不动。

Notes: S2, initialisation: nn.init functions end in _ and work in place | S2 初始化网络参数：带下划线的 nn.init 函数原地修改
"""

import math

import torch


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    if w.ndim < 2:
        raise ValueError("at least 2 dimensions")
    area = math.prod(w.shape[2:])
    std = gain * math.sqrt(2 / ((w.shape[0] + w.shape[1]) * area))
    with torch.no_grad():
        w = torch.empty_like(w, requires_grad=w.requires_grad)
        if distribution == "uniform":
            return w.uniform_(-(3**0.5) * std, 3**0.5 * std, generator=generator)
        if distribution == "normal":
            return w.normal_(0, std, generator=generator)
    raise ValueError(distribution)
